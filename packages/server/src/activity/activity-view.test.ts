import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newTimeOrderedId, randomPart } from '../secrets/ids.ts';
import { activityEvent, ACTIVITY_COLUMNS, shownEvent, wholeEvent } from './activity-view.ts';
import type { RecordedEvent } from './activity.store.ts';

const AT = Date.UTC(2026, 0, 15, 12);
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:148.0) Gecko/20100101 Firefox/148.0';
const beside = { sessionId: 'session-1', places: new Map([['203.0.113.9', 'Vienna, Austria']]) };

const recorded = (change: Partial<RecordedEvent> = {}): RecordedEvent => ({
  id: newTimeOrderedId(AT),
  at: AT,
  event: 'auth.2fa.success',
  outcome: 'success',
  subject: 'ada',
  actor: { kind: 'user', id: 'ada' },
  method: 'totp',
  factor: { id: 'factor-1', label: 'Phone' },
  sessionId: 'session-1',
  ip: '203.0.113.9',
  userAgent: FIREFOX,
  workspace: 'w1',
  details: { purpose: 'sign-in', remaining: 3 },
  precedents: { any: true, device: true, network: true, failures: 0 },
  reported: false,
  ...change,
});

const reasonShown = (reason: string, outcome: RecordedEvent['outcome'] = 'failure'): string | null =>
  shownEvent(recorded({ reason, outcome }), beside).reason;

describe('An event as its person sees it', () => {
  it('is what happened, when, by what, from where, and nothing of the audit beside that', () => {
    const event = recorded();
    assert.deepEqual(shownEvent(event, beside), {
      id: randomPart(event.id),
      at: '2026-01-15T12:00:00.000Z',
      event: 'auth.2fa.success',
      outcome: 'success',
      reason: null,
      method: 'totp',
      factor: { id: 'factor-1', name: 'Phone' },
      ip: '203.0.113.9',
      userAgent: FIREFOX,
      device: 'Firefox on Linux',
      place: 'Vienna, Austria',
      suspicious: null,
      current: true,
    });
  });

  it('has no empty list of marks: what stands out is true to whoever only asks whether it does', () => {
    const event = recorded({ reported: true });
    assert.deepEqual(shownEvent(event, beside).suspicious, ['reported']);
    assert.equal(activityEvent.safeParse({ ...shownEvent(event, beside), suspicious: [] }).success, false);
  });

  it('is of another session, or of none, without being this one\u2019s', () => {
    assert.equal(shownEvent(recorded({ sessionId: 'session-2' }), beside).current, false);
    const { sessionId, ...before } = recorded();
    assert.equal(sessionId, beside.sessionId);
    assert.equal(shownEvent(before, beside).current, false);
  });

  it('names the reasons that help: used twice, closed, locked, a counter that went back, given up', () => {
    assert.deepEqual(
      ['replay', 'closed', 'locked', 'counter', 'disabled'].map((reason) => reasonShown(reason)),
      ['replay', 'closed', 'locked', 'counter', 'disabled'],
    );
    for (const reason of ['sign-out', 'new-sign-in', 'used']) assert.equal(reasonShown(reason), reason);
    assert.equal(reasonShown('challenge-used'), 'replay');
    assert.equal(reasonShown('copied', 'blocked'), 'replay');
  });

  it('calls every other refusal wrong: the feed of a stolen session is no oracle', () => {
    for (const reason of [
      'wrong',
      'format',
      'unknown',
      'signature',
      'rp-id',
      'unknown-credential',
      'challenge-expired',
    ])
      assert.equal(reasonShown(reason), 'wrong', reason);
  });

  it('names the reason of what succeeded as it is', () => {
    assert.equal(reasonShown('sign-out', 'success'), 'sign-out');
  });

  for (const kind of ['admin', 'support', 'system'] as const) {
    it(`does not tell from where it came when it was ${kind === 'system' ? 'the system' : kind}`, () => {
      const { ip, userAgent, device, place } = shownEvent(
        recorded({ actor: { kind, id: 'somebody' } }),
        beside,
      );
      assert.deepEqual([ip, userAgent, device, place], [null, null, null, null]);
    });
  }

  it('tells from where it came when nobody was signed in yet', () => {
    assert.equal(shownEvent(recorded({ actor: { kind: 'unknown' } }), beside).ip, '203.0.113.9');
  });

  it('says null, and never an empty text, where nothing is known', () => {
    const { ip, userAgent, device, place } = shownEvent(recorded({ ip: '', userAgent: '' }), beside);
    assert.deepEqual([ip, userAgent, device, place], [null, null, null, null]);
  });
});

describe('An event as the audit has it', () => {
  it('keeps the true reason, and from where whoever it was did it', () => {
    const event = recorded({ outcome: 'failure', reason: 'format', actor: { kind: 'admin', id: 'boss' } });
    const { reason, ip, place } = wholeEvent(event, beside);
    assert.deepEqual([reason, ip, place], ['format', '203.0.113.9', 'Vienna, Austria']);
  });
});

describe('The columns of a table', () => {
  it('are the fields of the feed, in the same order', () => {
    assert.deepEqual(Object.keys(ACTIVITY_COLUMNS), Object.keys(activityEvent.shape));
  });

  it('have a text for everything', () => {
    const event = shownEvent(
      recorded({ reported: true, precedents: { any: true, device: false, network: true, failures: 0 } }),
      beside,
    );
    assert.deepEqual(
      Object.values(ACTIVITY_COLUMNS).map((cellOf) => cellOf(event)),
      [
        event.id,
        '2026-01-15T12:00:00.000Z',
        'auth.2fa.success',
        'success',
        null,
        'totp',
        'Phone',
        '203.0.113.9',
        FIREFOX,
        'Firefox on Linux',
        'Vienna, Austria',
        'new-device reported',
        'true',
      ],
    );
  });
});
