import { z } from 'zod';
import { created, noContent, ok } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import { route, type Route } from '../api/route.ts';
import { iso, sessionView, viewOf } from '../sessions/session-view.ts';
import { factorName } from '../api/factor-name.ts';
import { totpCode } from './totp-code.ts';
import type { TotpEnrolment } from './totp-enrolment.ts';
import type { TotpFactors } from './totp-factors.ts';
import type { StoredTotpFactor } from './totp.store.ts';

export const totpFactor = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  locked: z.boolean(),
});

export const totpFactorView = (factor: StoredTotpFactor): z.infer<typeof totpFactor> => ({
  id: factor.id,
  name: factor.name,
  createdAt: iso(factor.createdAt),
  lastUsedAt: factor.lastUsedAt === undefined ? null : iso(factor.lastUsedAt),
  locked: factor.locked,
});

const idOf = (parameters: Readonly<Record<string, string>>): string => parameters['id'] ?? '';

/** @param idleLimit Milliseconds; for the session view. */
export function totpRoutes(
  enrolment: TotpEnrolment,
  factors: TotpFactors,
  idleLimit: number,
): readonly Route[] {
  return [
    route({
      method: 'POST',
      path: '/totp',
      summary: 'Begin to set up an authenticator app; replaces a pending one of this session',
      authentication: 'session',
      restricted: 'open',
      freshness: 'enrol',
      limits: [],
      body: z.strictObject({}),
      audit: { none: 'nothing is active before the confirmation, which is audited' },
      answer: {
        status: 201,
        schema: z.object({
          id: z.string(),
          secret: z.string(),
          uri: z.string(),
          qr: z.object({ size: z.int(), path: z.string() }),
          expiresAt: z.iso.datetime(),
        }),
      },
      errors: ['forbidden', 'factor_limit'],
      handle: async (call) => {
        const started = await enrolment.start(call);
        return created({ ...started, expiresAt: iso(started.expiresAt) });
      },
    }),
    route({
      method: 'POST',
      path: '/totp/:id/confirm',
      summary: 'Confirm an authenticator app with a code that it shows',
      authentication: 'session',
      restricted: 'open',
      freshness: 'enrol',
      limits: ['account', 'recovery-code-sets'],
      body: z.strictObject({ code: totpCode, name: factorName.optional() }),
      audit: [
        'auth.totp.added',
        'auth.2fa.enabled',
        'auth.recovery_codes.generated',
        'auth.session.ended',
        'auth.2fa.failure',
        'auth.2fa.brute_force_blocked',
      ],
      answer: {
        status: 200,
        schema: z.object({
          factor: totpFactor,
          recoveryCodes: z.array(z.string()).optional(),
          session: sessionView,
        }),
      },
      errors: [
        'forbidden',
        'invalid_code',
        'not_found',
        'expired',
        'conflict',
        'factor_limit',
        'unavailable',
      ],
      owns: async (session, parameters) => {
        if ((await factors.kindOf(session, idOf(parameters))) !== 'enrolment') throw new Problem('not_found');
      },
      handle: async (call) => {
        const { factor, recoveryCodes, session, token } = await enrolment.confirm(
          call,
          idOf(call.parameters),
          call.body.code,
          call.body.name,
        );
        const view = viewOf({ session }, idleLimit);
        return ok(
          { factor: totpFactorView(factor), ...(recoveryCodes && { recoveryCodes }), session: view },
          { session: token },
        );
      },
    }),
    route({
      method: 'PATCH',
      path: '/totp/:id',
      summary: 'Rename an authenticator app',
      authentication: 'session',
      restricted: 'closed',
      freshness: 'none',
      limits: [],
      body: z.strictObject({ name: factorName }),
      audit: ['auth.totp.renamed'],
      answer: { status: 200, schema: totpFactor },
      errors: ['not_found'],
      owns: async (session, parameters) => {
        if ((await factors.kindOf(session, idOf(parameters))) !== 'factor') throw new Problem('not_found');
      },
      handle: async (call) =>
        ok(totpFactorView(await factors.rename(call, idOf(call.parameters), call.body.name))),
    }),
    route({
      method: 'DELETE',
      path: '/totp/:id',
      summary: 'Remove an authenticator app, or drop a pending one',
      authentication: 'session',
      restricted: 'open',
      freshness: async (session, parameters) =>
        (await factors.kindOf(session, idOf(parameters))) === 'enrolment' ? 'none' : 'fresh',
      freshnessNote:
        'fresh for a confirmed one, and then closed to the restricted session; a pending one may be dropped by the session that began it, at any time',
      limits: [],
      audit: ['auth.totp.removed', 'auth.2fa.disabled', 'auth.session.ended'],
      answer: { status: 204 },
      errors: ['not_found', 'conflict', 'last_factor'],
      owns: async (session, parameters) => {
        if ((await factors.kindOf(session, idOf(parameters))) === undefined) throw new Problem('not_found');
      },
      handle: async (call) => {
        await factors.remove(call, idOf(call.parameters));
        return noContent();
      },
    }),
  ];
}
