import { ok } from '../api/call.ts';
import { route, type Route } from '../api/route.ts';
import { adoptionQuery } from './adoption-query.ts';
import { adoptionView } from './adoption-view.ts';
import type { Adoption } from './adoption.ts';

export function adoptionRoutes(adoption: Adoption): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/admin/adoption',
      summary: 'How many people of the workspace have a factor, what they prove with, and how that goes',
      authentication: 'session',
      restricted: 'closed',
      overdue: 'closed',
      freshness: 'none',
      limits: [],
      query: adoptionQuery,
      audit: { none: 'reads only' },
      errors: ['forbidden'],
      answer: { status: 200, schema: adoptionView },
      handle: async (call) => ok(await adoption.view(call)),
    }),
  ];
}
