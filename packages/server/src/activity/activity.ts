import type { Attachment, LiveSession, SessionCall } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import { randomPart } from '../secrets/ids.ts';
import type { Places } from '../sessions/places.ts';
import { adviceAfter, type Advice } from './advice.ts';
import type { ActivityQuery } from './activity-query.ts';
import { ACTIVITY_COLUMNS, shownEvent, type ActivityEvent } from './activity-view.ts';
import type { ActivityFeedStore, RecordedEvent } from './activity.store.ts';
import { csvFile, jsonFile } from './export.ts';
import { entriesOf } from './journal.ts';
import { pageOf, pagesOf, type Read } from './reading.ts';
import { isFromHolder } from './suspicion.ts';

export type ActivityCall = SessionCall<undefined, ActivityQuery>;

/** What a person finds of what happened to their account, and what they can say to it. */
export interface Activity {
  list(
    call: ActivityCall,
  ): Promise<{ readonly events: readonly ActivityEvent[]; readonly next: string | null }>;
  csv(call: ActivityCall): Attachment;
  json(call: ActivityCall): Attachment;
  /** Whether an event is one of the person's. */
  owns(session: LiveSession, eventId: string): Promise<boolean>;
  /** "This wasn't me." @returns what to do now, the most urgent first. */
  report(call: SessionCall, eventId: string): Promise<readonly Advice[]>;
}

export function createActivity(ports: { store: ActivityFeedStore; places: Places }): Activity {
  const { store, places } = ports;

  async function show(
    { id: sessionId }: LiveSession,
    events: readonly RecordedEvent[],
  ): Promise<readonly ActivityEvent[]> {
    const addresses = events.flatMap(({ actor, ip }) => (isFromHolder(actor) && ip ? [ip] : []));
    const beside = { sessionId, places: await places.of(addresses) };
    return events.map((event) => shownEvent(event, beside));
  }

  const reader =
    ({ userId }: LiveSession): Read =>
    (page) =>
      store.listActivity(userId, page);

  async function* all({ session, query }: ActivityCall): AsyncGenerator<readonly ActivityEvent[]> {
    for await (const events of pagesOf(reader(session), query)) yield await show(session, events);
  }

  return {
    async list({ session, query }) {
      const { events, next } = await pageOf(reader(session), query);
      return { events: await show(session, events), next };
    },

    csv: (call) => csvFile('security-activity', call.origin.now, ACTIVITY_COLUMNS, all(call)),
    json: (call) => jsonFile('security-activity', call.origin.now, all(call)),

    owns: ({ userId }, eventId) => store.ownsEvent(userId, eventId),

    async report({ session, origin }, eventId) {
      const entries = entriesOf(origin, session.userId, session.id);
      const reported = await store.reportEvent(session.userId, eventId, origin.now, ({ id, event }) =>
        entries({
          event: 'auth.activity.reported',
          outcome: 'success',
          details: { id: randomPart(id), event },
        }),
      );
      if (!reported) throw new Problem('not_found');
      return adviceAfter(reported);
    },
  };
}
