import { z } from 'zod';
import { noContent, ok } from '../api/call.ts';
import { route, type Route } from '../api/route.ts';
import { recoveryCodesStatus, statusOf } from '../recovery-codes/recovery-codes.routes.ts';
import { iso } from '../sessions/session-view.ts';
import { passkeyView, viewOfPasskey } from '../passkeys/passkey-view.ts';
import type { Factors } from './factors.ts';
import { totpFactor, totpFactorView } from '../totp/totp.routes.ts';

const pendingEnrolment = z.object({
  id: z.string(),
  method: z.literal('totp'),
  startedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});

/** All factors of a person at once, of whatever method. */
export function factorsRoutes(factors: Factors): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/factors',
      summary: 'What the person has to prove with, and what is pending',
      authentication: 'session',
      restricted: 'open',
      freshness: 'none',
      limits: [],
      audit: { none: 'reads only' },
      answer: {
        status: 200,
        schema: z.object({
          totp: z.array(totpFactor),
          passkeys: z.array(passkeyView),
          recoveryCodes: recoveryCodesStatus,
          pending: z.array(pendingEnrolment),
        }),
      },
      handle: async (call) => {
        const { session } = call;
        const { totp, passkeys, pending } = await factors.list(call);
        return ok({
          totp: totp.map(totpFactorView),
          passkeys: passkeys.map((passkey) => viewOfPasskey(passkey, session)),
          recoveryCodes: statusOf(session.facts),
          pending: pending.map(({ id, startedAt, expiresAt }) => ({
            id,
            method: 'totp',
            startedAt: iso(startedAt),
            expiresAt: iso(expiresAt),
          })),
        });
      },
    }),
    route({
      method: 'DELETE',
      path: '/factors',
      summary: 'Turn multi-factor authentication off: all factors and recovery codes go',
      authentication: 'session',
      restricted: 'closed',
      freshness: 'fresh',
      limits: [],
      audit: ['auth.totp.removed', 'auth.passkey.revoked', 'auth.2fa.disabled', 'auth.session.ended'],
      answer: { status: 204 },
      errors: ['conflict', 'last_factor'],
      handle: async (call) => {
        await factors.removeAll(call);
        return noContent();
      },
    }),
  ];
}
