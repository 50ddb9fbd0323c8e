import { z } from 'zod';
import { ok } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import { route, type Route } from '../api/route.ts';
import type { Activity } from './activity.ts';
import { activityQuery } from './activity-query.ts';
import { activityEvent } from './activity-view.ts';
import { advice } from './advice.ts';

const idOf = (parameters: Readonly<Record<string, string>>): string => parameters['id'] ?? '';

export function activityRoutes(activity: Activity): readonly Route[] {
  const reading = {
    method: 'GET',
    authentication: 'session',
    restricted: 'closed',
    freshness: 'none',
    limits: [],
    query: activityQuery,
    audit: { none: 'reads only' },
  } as const;
  return [
    route({
      ...reading,
      path: '/activity',
      summary: 'What happened to the account, newest first',
      answer: {
        status: 200,
        schema: z.object({ events: z.array(activityEvent), next: z.string().nullable() }),
      },
      handle: async (call) => ok(await activity.list(call)),
    }),
    route({
      ...reading,
      path: '/activity.csv',
      summary: 'The same as a table to save, all of it unless a limit is given',
      answer: { status: 200, attachment: 'text/csv' },
      handle: (call) => Promise.resolve({ status: 200, attachment: activity.csv(call) }),
    }),
    route({
      ...reading,
      path: '/activity.json',
      summary: 'The same as a document to save',
      answer: {
        status: 200,
        attachment: 'application/json',
        schema: z.object({ events: z.array(activityEvent) }),
      },
      handle: (call) => Promise.resolve({ status: 200, attachment: activity.json(call) }),
    }),
    route({
      method: 'POST',
      path: '/activity/:id/report',
      summary: 'Say that it was somebody else; again and again does no harm',
      authentication: 'session',
      restricted: 'closed',
      freshness: 'none',
      limits: [],
      body: z.strictObject({}),
      audit: ['auth.activity.reported'],
      answer: { status: 200, schema: z.object({ next: z.array(advice) }) },
      owns: async (session, parameters) => {
        if (!(await activity.owns(session, idOf(parameters)))) throw new Problem('not_found');
      },
      handle: async (call) => ok({ next: await activity.report(call, idOf(call.parameters)) }),
    }),
  ];
}
