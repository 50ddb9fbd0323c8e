import { z } from 'zod';
import { ok } from '../api/call.ts';
import { route, type Route } from '../api/route.ts';
import { ceremonyOptions } from '../passkeys/passkeys.routes.ts';
import { assertionResponse } from '../passkeys/response-schema.ts';
import { sessionView } from '../sessions/session-view.ts';
import type { PasskeyChallenge } from './passkey-challenge.ts';

const nothing = z.strictObject({});

/** Signing in with a passkey, as the second half, as step-up, and alone. */
export function passkeySignInRoutes(passkeys: PasskeyChallenge): readonly Route[] {
  return [
    route({
      method: 'POST',
      path: '/challenge/passkey/options',
      summary: 'Begin to prove with a passkey: what to ask the browser for',
      authentication: 'challenge',
      restricted: 'closed',
      freshness: 'none',
      limits: [],
      body: nothing,
      audit: { none: 'nothing is proven before the browser has answered, which is audited' },
      answer: { status: 200, schema: ceremonyOptions },
      handle: async (call) => ok({ options: await passkeys.options(call) }),
    }),
    route({
      method: 'POST',
      path: '/challenge/passkey',
      summary: 'Prove with a passkey',
      authentication: 'challenge',
      restricted: 'closed',
      freshness: 'none',
      limits: ['pending-sign-in'],
      body: z.strictObject({ response: assertionResponse, rememberDevice: z.boolean().optional() }),
      audit: [
        'auth.2fa.success',
        'auth.2fa.failure',
        'auth.sign_in.success',
        'auth.recovery.tier2_cancelled',
        'auth.recovery.tier3_cancelled',
        'auth.device.remembered',
        'auth.step_up.success',
        'auth.step_up.failure',
        'auth.2fa.replay_attempt',
        'auth.passkey.counter_anomaly',
        'auth.passkey.backup_changed',
      ],
      answer: { status: 200, schema: sessionView },
      errors: ['passkey_rejected', 'expired'],
      handle: async (call) => {
        const outcome = await passkeys.prove(call, call.body.response, call.body.rememberDevice);
        return ok(outcome.view, outcome.cookies);
      },
    }),
    route({
      method: 'POST',
      path: '/passkey-sign-in/options',
      summary: 'Begin to sign in with a passkey, nobody named',
      authentication: 'begins',
      restricted: 'open',
      freshness: 'none',
      limits: ['passkey-options'],
      body: nothing,
      audit: { none: 'nothing is proven before the browser has answered, which is audited' },
      answer: { status: 200, schema: ceremonyOptions },
      handle: async (call) => ok({ options: await passkeys.signInOptions(call) }),
    }),
    route({
      method: 'POST',
      path: '/passkey-sign-in',
      summary: 'Sign in with a passkey: both factors at once',
      authentication: 'begins',
      restricted: 'open',
      freshness: 'none',
      limits: ['address'],
      reserves: true,
      body: z.strictObject({ response: assertionResponse }),
      audit: [
        'auth.sign_in.success',
        'auth.recovery.tier2_cancelled',
        'auth.recovery.tier3_cancelled',
        'auth.sign_in.failure',
        'auth.session.ended',
        'auth.2fa.replay_attempt',
        'auth.passkey.counter_anomaly',
        'auth.passkey.backup_changed',
      ],
      answer: { status: 200, schema: sessionView },
      errors: ['passkey_rejected', 'expired', 'invalid_credentials'],
      handle: async (call) => {
        const outcome = await passkeys.signIn(call, call.body.response);
        return ok(outcome.view, outcome.cookies);
      },
    }),
  ];
}
