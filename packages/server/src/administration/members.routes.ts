import { z } from 'zod';
import { noContent } from '../api/call.ts';
import { route, type Route } from '../api/route.ts';
import type { MemberReset } from './member-reset.ts';
import { recorded } from './recovery-cases.routes.ts';

const userIdOf = (parameters: Readonly<Record<string, string>>): string => parameters['id'] ?? '';

export function membersRoutes(memberReset: MemberReset): readonly Route[] {
  return [
    route({
      method: 'POST',
      path: '/admin/members/:id/reset',
      idsOf: 'people',
      summary:
        "Take away a member's factors, codes, sessions and devices; at the next sign-in they set up anew",
      authentication: 'session',
      restricted: 'closed',
      permits: (call) => memberReset.assertMay(call, userIdOf(call.parameters)),
      freshness: 'fresh',
      limits: [],
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
      answer: { status: 204 },
      handle: async (call) => {
        await memberReset.reset(call, userIdOf(call.parameters), call.body.reason);
        return noContent();
      },
    }),
  ];
}
