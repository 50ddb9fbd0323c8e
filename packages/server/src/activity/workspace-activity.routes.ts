import { z } from 'zod';
import { ok } from '../api/call.ts';
import { route, type Route } from '../api/route.ts';
import { workspaceQuery } from './activity-query.ts';
import { workspaceEvent, type WorkspaceActivity } from './workspace-activity.ts';

export function workspaceActivityRoutes(activity: WorkspaceActivity): readonly Route[] {
  const reading = {
    method: 'GET',
    authentication: 'session',
    restricted: 'closed',
    overdue: 'closed',
    freshness: 'none',
    limits: [],
    query: workspaceQuery,
    audit: { none: 'reads only' },
    errors: ['forbidden'],
  } as const;
  return [
    route({
      ...reading,
      path: '/admin/activity',
      summary: 'The audit of the workspace, newest first',
      answer: {
        status: 200,
        schema: z.object({ events: z.array(workspaceEvent), next: z.string().nullable() }),
      },
      handle: async (call) => ok(await activity.list(call)),
    }),
    route({
      ...reading,
      path: '/admin/audit.csv',
      summary: 'The same as a table to save, all of it unless a limit is given',
      answer: { status: 200, attachment: 'text/csv' },
      handle: async (call) => ({ status: 200, attachment: await activity.csv(call) }),
    }),
  ];
}
