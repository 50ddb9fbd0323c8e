import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { activityEvents } from '../../packages/elements/src/languages/en/activity-events.ts';
import { reasonOf, sentenceOf } from '../../packages/elements/src/security-activity/event-words.ts';
import type { ActivityEvent } from '../../packages/elements/src/client/views.ts';

/** What a type of the server's lists in quotes. */
async function membersOf(type: string, file: string): Promise<string[]> {
  const source = await readFile(new URL(`../../packages/server/src/${file}`, import.meta.url), 'utf8');
  const [, body = ''] = new RegExp(`export type ${type} =([^;]*);`).exec(source) ?? [];
  return [...body.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
}

const happened = (event: string, reason: string | null = null): ActivityEvent =>
  ({ event, reason, method: null, outcome: 'success' }) as ActivityEvent;

/** Of the installation, or of somebody who is gone: nobody's activity shows it. */
const SEEN_BY_NOBODY = ['auth.keys.rotated', 'person-gone'];

describe('the words of the security activity', () => {
  const seen = async (type: string, file: string): Promise<string[]> => {
    const members = await membersOf(type, file);
    assert.ok(members.length > 5, `${type} was found`);
    return members.filter((member) => !SEEN_BY_NOBODY.includes(member));
  };

  it('say what happened, for every event that the server writes about a person', async () => {
    const file = 'activity/audit-event.ts';
    const events = [...(await seen('RecoveryEventName', file)), ...(await seen('AuditEventName', file))];
    const wordless = events.filter((event) =>
      [activityEvents.other, undefined].includes(sentenceOf(activityEvents, happened(event))),
    );
    assert.deepEqual(wordless, []);
  });

  for (const [type, file, event] of [
    ['EndReason', 'sessions/session-ended.ts', 'auth.session.ended'],
    ['CancelReason', 'account-recovery/happenings.ts', 'auth.recovery.tier3_cancelled'],
  ] as const) {
    it(`say why, for every reason of ${event}`, async () => {
      const wordless = (await seen(type, file)).filter((reason) => {
        const told = happened(event, reason);
        const hasSentence = sentenceOf(activityEvents, told) !== sentenceOf(activityEvents, happened(event));
        return !hasSentence && reasonOf(activityEvents, told) === '';
      });
      assert.deepEqual(wordless, []);
    });
  }
});
