import { z } from 'zod';
import { noContent, ok, signedOut } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import { route, type Route } from '../api/route.ts';
import { deviceName } from './device-name.ts';
import type { SessionList, SessionOnList } from './session-list.ts';
import { iso, sessionView } from './session-view.ts';

const listedSession = z.object({
  id: z.string(),
  current: z.boolean(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  ip: z.string(),
  userAgent: z.string(),
  device: z.string().nullable(),
  place: z.string().optional(),
  amr: sessionView.shape.amr.unwrap(),
});

const viewOfListed = (session: SessionOnList): z.infer<typeof listedSession> => ({
  id: session.id,
  current: session.current,
  createdAt: iso(session.createdAt),
  lastSeenAt: iso(session.lastSeenAt),
  ip: session.ip,
  userAgent: session.userAgent,
  device: deviceName(session.userAgent),
  ...(session.place !== undefined && { place: session.place }),
  amr: session.proofs.map(({ method, at }) => ({ method, at: iso(at) })),
});

const idOf = (parameters: Readonly<Record<string, string>>): string => parameters['id'] ?? '';

/** What a person does with the sessions they have. */
export function sessionsRoutes(sessions: SessionList): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/sessions',
      summary: 'The live sessions of the person, this one first, then the one seen last',
      authentication: 'session',
      restricted: 'closed',
      freshness: 'none',
      limits: [],
      audit: { none: 'reads only' },
      answer: { status: 200, schema: z.object({ sessions: z.array(listedSession) }) },
      handle: async (call) => ok({ sessions: (await sessions.list(call)).map(viewOfListed) }),
    }),
    route({
      method: 'DELETE',
      path: '/sessions/:id',
      summary: 'End a session; ending this one is a sign-out',
      authentication: 'session',
      restricted: 'closed',
      // Whoever holds a stolen cookie must not be able to throw out its owner; giving up the cookie itself harms nobody else.
      freshness: (session, parameters) => Promise.resolve(idOf(parameters) === session.id ? 'none' : 'fresh'),
      freshnessNote: 'fresh for another session than this one; this one may be ended at any time',
      limits: [],
      audit: ['auth.session.ended'],
      answer: { status: 204 },
      owns: async (session, parameters) => {
        if (!(await sessions.owns(session, idOf(parameters)))) throw new Problem('not_found');
      },
      handle: async (call) => {
        const id = idOf(call.parameters);
        await sessions.end(call, id);
        return id === call.session.id ? signedOut({ session: null }) : noContent();
      },
    }),
    route({
      method: 'DELETE',
      path: '/sessions',
      summary: 'End all sessions but this one, and forget all remembered devices',
      authentication: 'session',
      restricted: 'closed',
      freshness: 'fresh',
      limits: [],
      audit: ['auth.session.ended', 'auth.device.forgotten'],
      answer: { status: 204 },
      handle: async (call) => {
        await sessions.endOthers(call);
        return noContent();
      },
    }),
  ];
}
