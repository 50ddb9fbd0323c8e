import { z } from 'zod';
import { ok } from '../api/call.ts';
import { route, type Route } from '../api/route.ts';
import { iso, sessionView } from '../sessions/session-view.ts';
import type { AccountRecovery, RecoveryView } from './account-recovery.ts';

const holdsNoNull = (text: string): boolean => !text.includes('\0');
/** As long as those of a sign-in. */
const login = z.string().min(1).max(320).refine(holdsNoNull);
const password = z.string().min(1).max(1024).refine(holdsNoNull);
/** Longer than any token; what is none is answered like one that nobody has. */
const token = z.string().min(1).max(256);

const recoveryView = z.object({
  status: z.enum(['requested', 'waiting', 'ready', 'completed', 'cancelled', 'expired']),
  readyAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime(),
  proofs: z.array(z.literal('password')),
});

const view = ({ status, readyAt, expiresAt }: RecoveryView): z.infer<typeof recoveryView> => ({
  status,
  readyAt: readyAt === undefined ? null : iso(readyAt),
  expiresAt: iso(expiresAt),
  proofs: ['password'],
});

/** Everybody who calls these holds a mailed link, or only knows a login: nobody has a session. */
const withoutSession = { authentication: 'begins', restricted: 'open', freshness: 'none' } as const;

export function accountRecoveryRoutes(recovery: AccountRecovery): readonly Route[] {
  return [
    route({
      ...withoutSession,
      method: 'POST',
      path: '/recovery',
      summary:
        'Ask for a way back in when every factor and every code is lost; the answer is the same whether or not anybody has this login',
      limits: ['recovery-asks', 'recovery-mails'],
      body: z.strictObject({ login }),
      audit: ['auth.recovery.tier2_started', 'auth.recovery.tier2_reminder_sent'],
      answer: { status: 202, schema: z.object({}) },
      handle: async (call) => {
        await recovery.ask(call, call.body.login);
        return { status: 202, body: {} };
      },
    }),
    route({
      ...withoutSession,
      method: 'POST',
      path: '/recovery/open',
      summary: 'Open the request with the first mailed link; the wait begins',
      limits: [],
      body: z.strictObject({ token }),
      audit: ['auth.recovery.tier2_opened'],
      answer: { status: 200, schema: recoveryView },
      errors: ['expired'],
      handle: async (call) => ok(view(await recovery.open(call, call.body.token))),
    }),
    route({
      ...withoutSession,
      method: 'POST',
      path: '/recovery/status',
      summary: 'How far a recovery is, to the bearer of the first or the last link',
      limits: [],
      body: z.strictObject({ token }),
      audit: { none: 'reads only; it is a POST so that the token stays out of addresses' },
      answer: { status: 200, schema: recoveryView },
      errors: ['expired'],
      handle: async (call) => ok(view(await recovery.status(call, call.body.token))),
    }),
    route({
      ...withoutSession,
      method: 'POST',
      path: '/recovery/cancel',
      summary: 'Cancel a recovery with any of its links; used and unknown links are answered alike',
      limits: [],
      body: z.strictObject({ token }),
      audit: ['auth.recovery.tier2_cancelled', 'auth.recovery.tier3_cancelled'],
      answer: { status: 204 },
      handle: async (call) => {
        await recovery.cancel(call, call.body.token);
        return { status: 204 };
      },
    }),
    route({
      ...withoutSession,
      method: 'POST',
      path: '/recovery/complete',
      summary:
        'Finish a recovery with the last mailed link and the password; factors and codes are removed, and what opens is a session that may only set up a factor',
      limits: ['account', 'recovery-passwords'],
      body: z.strictObject({ token, password }),
      audit: [
        'auth.recovery.tier2_completed',
        'auth.recovery.tier3_completed',
        'auth.recovery.tier2_cancelled',
        'auth.recovery.tier3_cancelled',
        'auth.sign_in.failure',
        'auth.2fa.brute_force_blocked',
        'auth.2fa.disabled',
        'auth.totp.removed',
        'auth.passkey.revoked',
        'auth.device.forgotten',
        'auth.session.ended',
        'auth.sign_in.success',
      ],
      answer: { status: 200, schema: sessionView },
      errors: ['invalid_credentials', 'conflict', 'expired'],
      handle: async (call) => {
        const outcome = await recovery.complete(call, call.body.token, call.body.password);
        return ok(outcome.view, outcome.cookies);
      },
    }),
  ];
}
