import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { plainText } from '../api/plain-text.ts';
import { entriesOf, systemEntry, type Origin } from './journal.ts';

const origin: Origin = {
  now: Date.UTC(2026, 0, 15, 12),
  requestId: 'request-1',
  ip: '203.0.113.9',
  userAgent: 'Browser\u202e 1.0\r\nX: y',
};

describe('Text of the caller in the audit (K6)', () => {
  it('loses control and bidirectional characters, and what is longer than 256 characters', () => {
    assert.equal(plainText('a\u0000b\nc\u202ed\u2066e\u2028f'), 'abcdef');
    assert.equal(plainText('x'.repeat(300)).length, 256);
    assert.equal(plainText('Jörgs Händy 📱'), 'Jörgs Händy 📱');
  });

  it('is one line of harmless characters, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const plain = plainText(text);
        assert.ok(plain.length <= 256);
        assert.doesNotMatch(plain, /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/u);
      }),
    );
  });
});

describe('The entries of a request', () => {
  const [added, failed] = entriesOf(
    origin,
    'user-ada',
    'session-1',
  )(
    {
      event: 'auth.totp.added',
      outcome: 'success',
      method: 'totp',
      factor: { id: 'f1', label: 'My\u202e phone' },
    },
    { event: 'auth.2fa.failure', outcome: 'failure', reason: 'wrong' },
  );

  it('say what happened, when, to whom, by whom, from where, in which session', () => {
    const { id, ...event } = added!.event;
    assert.deepEqual(event, {
      event: 'auth.totp.added',
      outcome: 'success',
      method: 'totp',
      factor: { id: 'f1', label: 'My phone' },
      at: origin.now,
      subject: 'user-ada',
      actor: { kind: 'user', id: 'user-ada' },
      sessionId: 'session-1',
      ip: '203.0.113.9',
      userAgent: 'Browser 1.0X: y',
      traits: { device: 'Browser X: y', network: '203.0.113.0/24' },
      requestId: 'request-1',
    });
    assert.match(id, /^[0-9a-f]{32,}$/);
  });

  it('have ids in the order in which things happened', () => {
    assert.ok(added!.event.id < failed!.event.id);
    const later = entriesOf(
      { ...origin, now: origin.now + 1 },
      'user-ada',
    )({
      event: 'auth.session.ended',
      outcome: 'success',
    });
    assert.ok(failed!.event.id < later[0]!.event.id);
  });

  it('bring the mail that the event causes along, and none where none is due', () => {
    assert.equal(added!.notice?.name, 'totp-added');
    assert.equal(added!.notice.userId, 'user-ada');
    assert.equal(failed!.notice, undefined);
  });

  it('name nobody where nobody could be named, and so write to nobody', () => {
    const [entry] = entriesOf(origin, undefined)({ event: 'auth.2fa.enabled', outcome: 'success' });
    assert.equal(entry!.event.subject, '');
    assert.deepEqual(entry!.event.actor, { kind: 'unknown' });
    assert.equal(entry!.notice, undefined);
  });

  it('are the system\u2019s when no request caused them', () => {
    const { event } = systemEntry(origin.now, '', { event: 'auth.keys.rotated', outcome: 'success' });
    assert.deepEqual(event.actor, { kind: 'system' });
    assert.equal(event.ip, undefined);
  });
});
