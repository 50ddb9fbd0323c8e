import { z } from 'zod';
import { ok, signedOut } from '../api/call.ts';
import { route, type Route } from '../api/route.ts';
import { challengeMethod, sessionView, viewOf } from '../sessions/session-view.ts';
import { totpCode } from '../totp/totp-code.ts';
import type { Challenge } from './challenge.ts';
import type { SignIn } from './sign-in.ts';

/** PostgreSQL's texts cannot hold the null character, so a host that looks one up would fail and not merely find nothing. */
const holdsNoNull = (text: string): boolean => !text.includes('\0');

/** Longer than any login or password that a person has, shorter than what would make a hash costly. */
const login = z.string().min(1).max(320).refine(holdsNoNull);
const password = z.string().min(1).max(1024).refine(holdsNoNull);
/** Longer than any spelling of a recovery code; what it says is judged, and counted, by the challenge. */
const recoveryCode = z.string().max(64);

/** Asked for on every method that can end a sign-in; only literal `true` would mean yes (rule B2). */
const rememberDevice = z.boolean().optional();

const view = { status: 200, schema: sessionView } as const;

/** @param idleLimit Milliseconds; for the session view. */
export function signInRoutes(signIn: SignIn, challenge: Challenge, idleLimit: number): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/session',
      summary: 'The session view: who is signed in, how surely, and what is asked of them',
      authentication: 'anyone',
      restricted: 'open',
      freshness: 'none',
      limits: [],
      audit: { none: 'reads only' },
      answer: view,
      handle: (call) => Promise.resolve(ok(viewOf(call, idleLimit))),
    }),
    route({
      method: 'POST',
      path: '/sign-in',
      summary: 'Sign in with login and password; the first half for people who have a factor',
      authentication: 'begins',
      restricted: 'open',
      freshness: 'none',
      limits: ['address'],
      body: z.strictObject({ login, password }),
      audit: ['auth.sign_in.success', 'auth.sign_in.failure', 'auth.session.ended', 'auth.device.forgotten'],
      answer: view,
      errors: ['invalid_credentials', 'not_found', 'conflict', 'unavailable'],
      handle: async (call) => {
        const outcome = await signIn.withPassword(call, call.body.login, call.body.password);
        return ok(outcome.view, outcome.cookies);
      },
    }),
    route({
      method: 'POST',
      path: '/sign-out',
      summary: 'End the session, or a pending sign-in; again and again does no harm',
      authentication: 'anyone',
      restricted: 'open',
      freshness: 'none',
      limits: [],
      body: z.strictObject({}).optional(),
      audit: ['auth.session.ended', 'auth.sign_in.failure'],
      answer: { status: 204 },
      handle: async (call) => {
        await signIn.signOut(call, call.origin);
        return signedOut({ session: null, pending: null });
      },
    }),
    route({
      method: 'GET',
      path: '/challenge',
      summary: 'What can be proven now: the second half of a sign-in, or step-up inside a session',
      authentication: 'challenge',
      restricted: 'closed',
      freshness: 'none',
      limits: [],
      audit: { none: 'reads only' },
      answer: {
        status: 200,
        schema: sessionView.shape.challenge.unwrap().extend({ preferred: challengeMethod.nullable() }),
      },
      handle: (call) => Promise.resolve(ok(challenge.describe(call))),
    }),
    route({
      method: 'POST',
      path: '/challenge/totp',
      summary: 'Prove with a code of an authenticator app',
      authentication: 'challenge',
      restricted: 'closed',
      freshness: 'none',
      limits: ['pending-sign-in', 'account', 'authenticator'],
      body: z.strictObject({ code: totpCode, rememberDevice }),
      audit: [
        'auth.2fa.success',
        'auth.2fa.failure',
        'auth.2fa.replay_attempt',
        'auth.2fa.brute_force_blocked',
        'auth.2fa.factor_locked',
        'auth.sign_in.success',
        'auth.recovery.tier2_cancelled',
        'auth.recovery.tier3_cancelled',
        'auth.device.remembered',
        'auth.step_up.success',
        'auth.step_up.failure',
      ],
      answer: view,
      errors: ['invalid_code', 'challenge_expired', 'forbidden', 'unavailable'],
      handle: async (call) => {
        const outcome = await challenge.byTotp(call, call.body.code, call.body.rememberDevice);
        return ok(outcome.view, outcome.cookies);
      },
    }),
    route({
      method: 'POST',
      path: '/challenge/recovery-code',
      summary: 'Sign in with a recovery code; what opens is a session that may only set up a factor',
      authentication: 'challenge',
      restricted: 'closed',
      freshness: 'none',
      limits: ['pending-sign-in', 'account', 'recovery-codes'],
      body: z.strictObject({ code: recoveryCode }),
      audit: [
        'auth.recovery_code.used',
        'auth.2fa.failure',
        'auth.2fa.replay_attempt',
        'auth.2fa.brute_force_blocked',
        'auth.2fa.factor_locked',
        'auth.sign_in.success',
        'auth.recovery.tier2_cancelled',
        'auth.recovery.tier3_cancelled',
      ],
      answer: view,
      errors: ['invalid_code', 'challenge_expired', 'forbidden', 'unavailable'],
      handle: async (call) => {
        const outcome = await challenge.byRecoveryCode(call, call.body.code);
        return ok(outcome.view, outcome.cookies);
      },
    }),
    route({
      method: 'POST',
      path: '/challenge/password',
      summary: 'Step up with the password; for people who have no factor yet',
      authentication: 'session',
      restricted: 'closed',
      freshness: 'none',
      limits: ['account'],
      body: z.strictObject({ password }),
      audit: ['auth.step_up.success', 'auth.step_up.failure', 'auth.2fa.brute_force_blocked'],
      answer: view,
      errors: ['invalid_credentials', 'forbidden', 'unavailable'],
      handle: async (call) => {
        const outcome = await challenge.byPassword(call, call.body.password);
        return ok(outcome.view, outcome.cookies);
      },
    }),
  ];
}
