import { z } from 'zod';
import type { Attachment, SessionCall } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { Authorize } from '../ports/authorize.ts';
import type { Users } from '../ports/users.ts';
import type { Places } from '../sessions/places.ts';
import type { WorkspaceQuery } from './activity-query.ts';
import { ACTIVITY_COLUMNS, activityEvent, wholeEvent } from './activity-view.ts';
import type { ActivityFeedStore, RecordedEvent } from './activity.store.ts';
import { csvFile, type Columns } from './export.ts';
import { pageOf, pagesOf, type Read } from './reading.ts';

export type WorkspaceCall = SessionCall<undefined, WorkspaceQuery>;

/** Somebody as the host knows them; without a name if it does not any more. */
const somebody = z.object({ id: z.string(), name: z.string().nullable() });

/** What those who administer a workspace see: all that the audit has. */
export const workspaceEvent = activityEvent.extend({
  /** Whose account it is about; `null` where nobody could be named. */
  subject: somebody.nullable(),
  /** In which it happened; `null` in a host without workspaces. */
  workspace: z.string().nullable(),
  actor: z.object({
    kind: z.enum(['user', 'admin', 'support', 'system', 'unknown']),
    id: z.string().nullable(),
    name: z.string().nullable(),
  }),
  /** A reference; no token. */
  session: z.string().nullable(),
  requestId: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
});
export type WorkspaceEvent = z.infer<typeof workspaceEvent>;

const WORKSPACE_COLUMNS: Columns<WorkspaceEvent> = {
  ...ACTIVITY_COLUMNS,
  subject: ({ subject }) => subject?.id,
  subjectName: ({ subject }) => subject?.name,
  workspace: ({ workspace }) => workspace,
  actor: ({ actor }) => actor.kind,
  actorId: ({ actor }) => actor.id,
  actorName: ({ actor }) => actor.name,
  session: ({ session }) => session,
  requestId: ({ requestId }) => requestId,
  details: ({ details }) => (Object.keys(details).length === 0 ? null : JSON.stringify(details)),
};

/** The audit of the workspace that an administrator is in. */
export interface WorkspaceActivity {
  /** @throws Problem `forbidden` */
  list(
    call: WorkspaceCall,
  ): Promise<{ readonly events: readonly WorkspaceEvent[]; readonly next: string | null }>;
  /** @throws Problem `forbidden` */
  csv(call: WorkspaceCall): Promise<Attachment>;
}

export function createWorkspaceActivity(ports: {
  store: ActivityFeedStore;
  places: Places;
  users: Users;
  authorize: Authorize;
}): WorkspaceActivity {
  const { store, places, users, authorize } = ports;

  async function assertAllowed({ session }: WorkspaceCall): Promise<void> {
    const allowed = await authorize(session.user, 'audit.read', undefined);
    if (!allowed) throw new Problem('forbidden', { reason: 'audit.read' });
  }

  /** In a workspace there are few people and many events: each of them is asked for once. */
  function nameBook(): (ids: readonly (string | undefined)[]) => Promise<ReadonlyMap<string, string>> {
    const names = new Map<string, string>();
    const asked = new Set(['']);
    return async (ids) => {
      const unknown = [...new Set(ids)].filter((id) => id !== undefined && !asked.has(id));
      await Promise.all(
        unknown.map(async (id = '') => {
          asked.add(id);
          const user = await users.find(id);
          if (user) names.set(id, user.name);
        }),
      );
      return names;
    };
  }

  function shower({ session }: WorkspaceCall) {
    const namesOf = nameBook();
    return async (events: readonly RecordedEvent[]): Promise<readonly WorkspaceEvent[]> => {
      const [found, names] = await Promise.all([
        places.of(events.flatMap(({ ip }) => ip ?? [])),
        namesOf(events.flatMap(({ subject, actor }) => [subject, actor.id])),
      ]);
      return events.map((event) => ({
        ...wholeEvent(event, { sessionId: session.id, places: found }),
        subject: event.subject === '' ? null : { id: event.subject, name: names.get(event.subject) ?? null },
        workspace: event.workspace === '' ? null : event.workspace,
        actor: {
          kind: event.actor.kind,
          id: event.actor.id ?? null,
          name: names.get(event.actor.id ?? '') ?? null,
        },
        session: event.sessionId ?? null,
        requestId: event.requestId ?? null,
        details: { ...event.details },
      }));
    };
  }

  const reader =
    ({ session, query: { subject } }: WorkspaceCall): Read =>
    (page) =>
      store.listWorkspaceActivity(session.user.workspace ?? '', {
        ...page,
        ...(subject !== undefined && { subject }),
      });

  async function* all(call: WorkspaceCall): AsyncGenerator<readonly WorkspaceEvent[]> {
    const show = shower(call);
    for await (const events of pagesOf(reader(call), call.query)) yield await show(events);
  }

  return {
    async list(call) {
      await assertAllowed(call);
      const { events, next } = await pageOf(reader(call), call.query);
      return { events: await shower(call)(events), next };
    },

    async csv(call) {
      await assertAllowed(call);
      return csvFile('audit', call.origin.now, WORKSPACE_COLUMNS, all(call));
    },
  };
}
