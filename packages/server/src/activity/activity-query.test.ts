import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { newTimeOrderedId, randomPart } from '../secrets/ids.ts';
import { activityQuery, cursorAfter, limitOf, workspaceQuery } from './activity-query.ts';

const NOON = '2026-01-15T12:00:00Z';
const at = Date.UTC(2026, 0, 15, 12);

/** The fields at which a query is refused. */
function refusedAt(query: Record<string, unknown>): string[] {
  const { error } = activityQuery.safeParse(query);
  return [...new Set(error?.issues.map(({ path }) => path.join('.')))];
}

describe('What the activity may be asked', () => {
  it('is nothing in particular, and then the newest fifty', () => {
    assert.deepEqual(activityQuery.parse({}), {});
    assert.equal(limitOf({}), 50);
  });

  it('is a name or the beginning of one, an address, an outcome, a number of events', () => {
    const query = { type: 'auth.totp', ip: '203.0.113.9', outcome: 'blocked', limit: '100' };
    assert.deepEqual(activityQuery.parse(query), { ...query, limit: 100 });
  });

  it('takes an address in any spelling, as it was written down', () => {
    assert.equal(activityQuery.parse({ ip: '2001:0DB8::0001' }).ip, '2001:db8::1');
    assert.equal(activityQuery.parse({ ip: '::ffff:203.0.113.9' }).ip, '203.0.113.9');
  });

  it('is times, of any zone', () => {
    const { from, to } = activityQuery.parse({ from: NOON, to: '2026-01-15T13:00:00.000+01:00' });
    assert.deepEqual([from, to], [at, at]);
  });

  it('is days, from the first millisecond of the one to the last of the other', () => {
    const { from, to } = activityQuery.parse({ from: '2026-01-15', to: '2026-01-15' });
    assert.deepEqual([from, to], [Date.UTC(2026, 0, 15), Date.UTC(2026, 0, 16) - 1]);
  });

  it('may reach from the beginning of time to its end', () => {
    const { from, to } = activityQuery.parse({
      from: '0000-01-01T00:00:00Z',
      to: '9999-12-31T23:59:59.999Z',
    });
    assert.deepEqual([from, to], [0, 253_402_300_799_999]);
  });

  for (const [field, values] of Object.entries({
    type: [
      '',
      'auth',
      'totp',
      'auth.',
      'auth.totp.',
      'AUTH.TOTP',
      'auth.totp.added.now',
      "auth.'--",
      'auth.%',
      `auth.${'x'.repeat(64)}`,
    ],
    ip: [
      '',
      'localhost',
      '203.0.113',
      '203.0.113.9/24',
      '203.0.113.256',
      '2001:db8::/32',
      'unknown',
      '\u0000',
    ],
    outcome: ['', 'Success', 'any'],
    from: [
      '',
      'yesterday',
      '2026',
      '2026-01-32',
      '2026-02-29',
      '2026-01-15T12:00',
      '2026-01-15 12:00:00Z',
      '1768478400000',
      '2026-01-15T25:00:00Z',
    ],
    to: ['', '15.01.2026', '2026-13-01', 'NaN'],
    limit: ['', '0', '-1', '101', '999', '1000', '1e2', '5.0', ' 5', '0x10', '٥'],
    cursor: ['', 'x', 'A'.repeat(18), 'A'.repeat(20), `${'A'.repeat(18)}=`, '../../etc/passwd'],
  })) {
    for (const value of values) {
      it(`is refused with ${field} = ${JSON.stringify(value)}`, () => {
        assert.deepEqual(refusedAt({ [field]: value }), [field]);
      });
    }
    it(`is refused with ${field} twice`, () => {
      assert.deepEqual(refusedAt({ [field]: ['a', 'b'] }), [field]);
    });
  }

  it('is refused with an end before the beginning, and not with one at the same moment', () => {
    assert.deepEqual(refusedAt({ from: NOON, to: '2026-01-15T11:59:59.999Z' }), ['to']);
    assert.deepEqual(refusedAt({ from: '2026-01-16', to: '2026-01-15' }), ['to']);
    assert.deepEqual(refusedAt({ from: NOON, to: NOON }), []);
  });

  it('is refused with anything else', () => {
    for (const name of ['page', 'subject', 'Type', '', '__proto__', 'constructor'])
      assert.deepEqual(refusedAt(Object.fromEntries([[name, 'x']])), [''], name);
  });

  it('may name a person, where an administrator asks', () => {
    assert.equal(workspaceQuery.parse({ subject: 'user-ada' }).subject, 'user-ada');
    for (const subject of ['', 'a\u0000', 'x'.repeat(257)])
      assert.equal(workspaceQuery.safeParse({ subject }).success, false);
  });
});

describe('A cursor', () => {
  it('is read back as the position that it was made of', () => {
    fc.assert(
      fc.property(fc.nat({ max: 253_402_300_799_999 }), (time) => {
        const id = newTimeOrderedId(time);
        const { cursor } = activityQuery.parse({ cursor: cursorAfter({ at: time, id }) });
        assert.deepEqual(cursor, { at: time, id: randomPart(id) });
      }),
    );
  });

  it('tells nothing but when the event was, which stands beside it anyway, and part of its id (K1)', () => {
    const id = newTimeOrderedId(at);
    const inside = Buffer.from(cursorAfter({ at, id }), 'base64url').toString('hex');
    assert.equal(inside, id.slice(0, 12) + randomPart(id));
  });

  it('that somebody made up is a position like any other, or refused', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { success, data } = activityQuery.safeParse({ cursor: text });
        if (success) assert.match(data.cursor?.id ?? '', /^[0-9a-f]{16}$/);
      }),
    );
  });
});
