import { z } from 'zod';
import { noContent, ok } from '../api/call.ts';
import { route, type Route } from '../api/route.ts';
import type { Exemptions } from './exemption.ts';
import { listCursor } from './list-cursor.ts';
import type { MemberList } from './member-list.ts';
import type { MemberReset } from './member-reset.ts';
import { member, memberStatus } from './member-view.ts';
import { recorded } from './recovery-cases.routes.ts';

const userIdOf = (parameters: Readonly<Record<string, string>>): string => parameters['id'] ?? '';

/** What is done to one member: never to oneself, with the host's leave, after a fresh proof, for a recorded reason (rule R4). */
export function membersRoutes(memberReset: MemberReset, exemptions: Exemptions): readonly Route[] {
  const changing = {
    method: 'POST',
    idsOf: 'people',
    authentication: 'session',
    restricted: 'closed',
    overdue: 'closed',
    freshness: 'fresh',
    limits: [],
    answer: { status: 204 },
  } as const;
  return [
    route({
      ...changing,
      path: '/admin/members/:id/reset',
      summary:
        "Take away a member's factors, codes, sessions and devices; at the next sign-in they set up anew",
      permits: (call) => memberReset.assertMay(call, userIdOf(call.parameters)),
      body: z.strictObject({ reason: recorded }),
      audit: [
        'auth.2fa.admin_disabled',
        'auth.2fa.disabled',
        'auth.totp.removed',
        'auth.passkey.revoked',
        'auth.session.ended',
        'auth.device.forgotten',
        'auth.recovery.tier2_cancelled',
        'auth.recovery.tier3_cancelled',
      ],
      handle: async (call, member) => {
        await memberReset.reset(call, member, call.body.reason);
        return noContent();
      },
    }),
    route({
      ...changing,
      path: '/admin/members/:id/exempt',
      summary: 'Let a member go on past their deadline until a time, at most 90 days ahead',
      permits: (call) => exemptions.assertMay(call, userIdOf(call.parameters), call.body),
      body: z.strictObject({
        reason: recorded,
        until: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
      }),
      audit: ['auth.enforcement.exempted'],
      handle: async (call, member) => {
        await exemptions.grant(call, member, call.body);
        return noContent();
      },
    }),
  ];
}

/** Only of a host that can name the people of a workspace. */
export function memberListRoutes(list: MemberList): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/admin/members',
      summary: 'The people of the workspace, a page at a time, in the order of the host',
      authentication: 'session',
      restricted: 'closed',
      overdue: 'closed',
      permits: (call) => list.assertMay(call),
      freshness: 'none',
      limits: [],
      query: z.strictObject({
        status: memberStatus.optional(),
        cursor: listCursor.optional(),
      }),
      audit: { none: 'reads only' },
      answer: {
        status: 200,
        schema: z.object({ members: z.array(member), next: z.string().nullable() }),
      },
      handle: async (call) => ok(await list.page(call, call.query)),
    }),
  ];
}
