import { z } from 'zod';
import { created, noContent, ok } from '../api/call.ts';
import { route, type Route } from '../api/route.ts';
import type { AccountFacts } from '../sessions/account-facts.ts';
import { iso } from '../sessions/session-view.ts';
import type { RecoveryCodes } from './recovery-codes.ts';

export const recoveryCodesStatus = z.object({
  remaining: z.int(),
  total: z.int(),
  createdAt: z.iso.datetime().nullable(),
  confirmed: z.boolean(),
});

/** How many are left, and whether they were saved. Never the codes: they are shown once. */
export function statusOf({ recoveryCodes }: AccountFacts): z.infer<typeof recoveryCodesStatus> {
  return recoveryCodes
    ? { ...recoveryCodes, createdAt: iso(recoveryCodes.createdAt) }
    : { remaining: 0, total: 0, createdAt: null, confirmed: false };
}

const nothing = z.strictObject({});

export function recoveryCodesRoutes(recoveryCodes: RecoveryCodes): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/recovery-codes',
      summary: 'How many recovery codes are left',
      authentication: 'session',
      restricted: 'open',
      freshness: 'none',
      limits: [],
      audit: { none: 'reads only' },
      answer: { status: 200, schema: recoveryCodesStatus },
      handle: ({ session }) => Promise.resolve(ok(statusOf(session.facts))),
    }),
    route({
      method: 'POST',
      path: '/recovery-codes',
      summary: 'Make ten new recovery codes; the old ones stop working',
      authentication: 'session',
      restricted: 'closed',
      freshness: 'fresh',
      limits: ['recovery-code-sets'],
      body: nothing,
      audit: ['auth.recovery_codes.regenerated'],
      answer: { status: 201, schema: z.object({ recoveryCodes: z.array(z.string()) }) },
      errors: ['conflict', 'unavailable'],
      handle: async (call) => created({ recoveryCodes: await recoveryCodes.regenerate(call) }),
    }),
    route({
      method: 'POST',
      path: '/recovery-codes/confirm',
      summary: 'Say that the recovery codes were saved',
      authentication: 'session',
      restricted: 'open',
      freshness: 'none',
      limits: [],
      body: nothing,
      audit: ['auth.recovery_codes.confirmed'],
      answer: { status: 204 },
      errors: ['not_found'],
      handle: async (call) => {
        await recoveryCodes.confirm(call);
        return noContent();
      },
    }),
  ];
}
