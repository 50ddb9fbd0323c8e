import { z } from 'zod';
import { ok } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import { route, type Route } from '../api/route.ts';
import { factorName } from '../api/factor-name.ts';
import { sessionView, viewOf } from '../sessions/session-view.ts';
import type { PasskeyEnrolment } from './passkey-enrolment.ts';
import { passkeyView, viewOfPasskey } from './passkey-view.ts';
import type { Passkeys } from './passkeys.ts';
import { registrationResponse } from './response-schema.ts';
import { signals } from './signals.ts';

/** Options go to the browser as they are; their shape is WebAuthn's, not ours. */
export const ceremonyOptions = z.object({ options: z.looseObject({ challenge: z.string() }) });

const idOf = (parameters: Readonly<Record<string, string>>): string => parameters['id'] ?? '';

/** @param idleLimit Milliseconds; for the session view. */
export function passkeysRoutes(
  enrolment: PasskeyEnrolment,
  passkeys: Passkeys,
  idleLimit: number,
): readonly Route[] {
  const owns: Route['owns'] = async (session, parameters) => {
    if (!(await passkeys.owns(session, idOf(parameters)))) throw new Problem('not_found');
  };
  return [
    route({
      method: 'GET',
      path: '/passkeys',
      summary: 'The passkeys of the person',
      authentication: 'session',
      restricted: 'open',
      freshness: 'none',
      limits: [],
      audit: { none: 'reads only' },
      answer: { status: 200, schema: z.object({ passkeys: z.array(passkeyView) }) },
      handle: async ({ session }) => {
        const list = await passkeys.list(session);
        return ok({ passkeys: list.map((passkey) => viewOfPasskey(passkey, session)) });
      },
    }),
    route({
      method: 'POST',
      path: '/passkeys/options',
      summary: 'Begin to add a passkey: what to ask the browser for',
      authentication: 'session',
      restricted: 'open',
      freshness: 'enrol',
      limits: [],
      body: z.strictObject({
        kind: z.enum(['this-device', 'phone', 'security-key']).optional(),
        conditional: z.literal(true).optional(),
      }),
      audit: { none: 'nothing is active before the browser has answered, which is audited' },
      answer: { status: 200, schema: ceremonyOptions },
      errors: ['factor_limit'],
      handle: async (call) =>
        ok({ options: await enrolment.options(call, call.body.kind, call.body.conditional === true) }),
    }),
    route({
      method: 'POST',
      path: '/passkeys',
      summary: 'Add the passkey that the browser made',
      authentication: 'session',
      restricted: 'open',
      freshness: 'enrol',
      limits: ['recovery-code-sets'],
      body: z.strictObject({ response: registrationResponse, name: factorName.optional() }),
      audit: [
        'auth.passkey.added',
        'auth.2fa.enabled',
        'auth.recovery_codes.generated',
        'auth.session.ended',
        'auth.2fa.failure',
      ],
      answer: {
        status: 201,
        schema: z.object({
          passkey: passkeyView,
          recoveryCodes: z.array(z.string()).optional(),
          session: sessionView,
          signals,
        }),
      },
      errors: ['passkey_rejected', 'already_registered', 'factor_limit', 'conflict', 'expired'],
      handle: async (call) => {
        const { passkey, recoveryCodes, session, token } = await enrolment.add(
          call,
          call.body.response,
          call.body.name,
        );
        const body = {
          passkey: viewOfPasskey(passkey, session),
          ...(recoveryCodes && { recoveryCodes }),
          session: viewOf({ session }, idleLimit),
          signals: await passkeys.signals(session),
        };
        return { status: 201, body, cookies: { session: token } };
      },
    }),
    route({
      method: 'PATCH',
      path: '/passkeys/:id',
      summary: 'Rename a passkey',
      authentication: 'session',
      restricted: 'closed',
      freshness: 'none',
      limits: [],
      body: z.strictObject({ name: factorName }),
      audit: ['auth.passkey.renamed'],
      answer: { status: 200, schema: z.object({ passkey: passkeyView, signals }) },
      owns,
      handle: async (call) => {
        const passkey = await passkeys.rename(call, idOf(call.parameters), call.body.name);
        return ok({
          passkey: viewOfPasskey(passkey, call.session),
          signals: await passkeys.signals(call.session),
        });
      },
    }),
    route({
      method: 'DELETE',
      path: '/passkeys/:id',
      summary: 'Revoke a passkey',
      authentication: 'session',
      restricted: 'closed',
      freshness: 'fresh',
      limits: [],
      audit: ['auth.passkey.revoked', 'auth.2fa.disabled', 'auth.session.ended'],
      answer: { status: 200, schema: z.object({ signals }) },
      errors: ['conflict', 'last_factor'],
      owns,
      handle: async (call) => {
        await passkeys.revoke(call, idOf(call.parameters));
        return ok({ signals: await passkeys.signals(call.session) });
      },
    }),
  ];
}
