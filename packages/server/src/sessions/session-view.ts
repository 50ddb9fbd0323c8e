import { z } from 'zod';
import type { Identity } from '../api/call.ts';
import type { Requirement } from '../policy/requirement.ts';
import { assuranceLevel, endOf, isRestricted } from './assurance.ts';
import { proofsThatCount, signInMethods } from '../step-up/what-proves-what.ts';
import { hasFactor, type AccountFacts } from './account-facts.ts';

/** So few recovery codes left are worth a warning. */
export const FEW_RECOVERY_CODES = 3;

/** So long after an incident, whoever has no second step is told to set one up. */
const AFTER_INCIDENT = 30 * 86_400_000;

const method = z.enum([
  'passkey',
  'totp',
  'recovery-code',
  'password',
  'remembered-device',
  'account-recovery',
]);
const time = z.iso.datetime();

export const challengeMethod = z.enum(['passkey', 'totp', 'recovery-code', 'password']);
export type ChallengeMethod = z.infer<typeof challengeMethod>;

/** The session view: what every call that changes the session answers, and `GET /session`. */
export const sessionView = z.object({
  state: z.enum(['signed-out', 'challenge', 'signed-in']),
  csrf: z.string().optional(),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }).optional(),
  aal: z.union([z.literal(1), z.literal(2)]).optional(),
  amr: z.array(z.object({ method, at: time })).optional(),
  signedInAt: time.optional(),
  idleExpiresAt: time.optional(),
  expiresAt: time.optional(),
  challenge: z
    .object({
      purpose: z.enum(['sign-in', 'step-up']),
      methods: z.array(challengeMethod),
      rememberDevice: z.boolean(),
      expiresAt: time,
    })
    .optional(),
  requirement: z
    .object({
      level: z.enum(['none', 'recommended', 'grace', 'enforced']),
      reasons: z.array(z.enum(['role', 'workspace', 'tier'])),
      deadline: time.optional(),
      exemptUntil: time.optional(),
      methods: z.array(z.enum(['passkey', 'totp'])).optional(),
    })
    .optional(),
  mustEnroll: z.boolean().optional(),
  recoveryCodesRemaining: z.int().optional(),
  nudges: z
    .array(
      z.enum([
        'add-second-passkey',
        'few-recovery-codes',
        'recovery-codes-not-saved',
        'set-up-after-incident',
      ]),
    )
    .optional(),
});
export type SessionView = z.infer<typeof sessionView>;

export const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

function nudges(facts: AccountFacts, now: number): NonNullable<SessionView['nudges']> {
  const { recoveryCodes, passkeys, incidentAt } = facts;
  if (!hasFactor(facts)) {
    const lately = incidentAt !== undefined && incidentAt > now - AFTER_INCIDENT;
    return lately ? ['set-up-after-incident'] : [];
  }
  const second = passkeys === 1 ? (['add-second-passkey'] as const) : [];
  if (!recoveryCodes) return [...second];
  return [
    ...second,
    ...(recoveryCodes.remaining <= FEW_RECOVERY_CODES ? (['few-recovery-codes'] as const) : []),
    ...(recoveryCodes.confirmed ? [] : (['recovery-codes-not-saved'] as const)),
  ];
}

/** What is asked of the person, as it is told to them. */
export function viewOfRequirement(requirement: Requirement): NonNullable<SessionView['requirement']> {
  const { level, reasons, deadline, exemptUntil, methods } = requirement;
  return {
    level,
    reasons: [...reasons],
    ...(deadline !== undefined && { deadline: iso(deadline) }),
    ...(exemptUntil !== undefined && { exemptUntil: iso(exemptUntil) }),
    // Whoever may choose, and owes nothing, needs no telling.
    ...((deadline !== undefined || !methods.includes('totp')) && { methods: [...methods] }),
  };
}

/** @param idleLimit Milliseconds. */
export function viewOf({ session, pending }: Identity, idleLimit: number): SessionView {
  if (session) {
    const { facts, proofs } = session;
    const remaining = facts.recoveryCodes?.remaining;
    const tellRemaining =
      remaining !== undefined &&
      (remaining <= FEW_RECOVERY_CODES || proofs.some(({ method }) => method === 'recovery-code'));
    return {
      state: 'signed-in',
      csrf: session.csrf,
      user: { id: session.user.id, name: session.user.name, displayName: session.user.displayName },
      aal: assuranceLevel(proofsThatCount(session)),
      amr: proofs.map(({ method, at }) => ({ method, at: iso(at) })),
      signedInAt: iso(session.createdAt),
      idleExpiresAt: iso(Math.min(session.lastSeenAt + idleLimit, endOf(session))),
      expiresAt: iso(endOf(session)),
      requirement: viewOfRequirement(session.requirement),
      mustEnroll: isRestricted(proofs),
      ...(tellRemaining && { recoveryCodesRemaining: remaining }),
      // When the session was last seen is now, to the minute.
      nudges: nudges(facts, session.lastSeenAt),
    };
  }
  if (pending) {
    return {
      state: 'challenge',
      csrf: pending.csrf,
      challenge: {
        purpose: 'sign-in',
        methods: [...signInMethods(pending)],
        rememberDevice: pending.rememberDevice,
        expiresAt: iso(pending.expiresAt),
      },
    };
  }
  return { state: 'signed-out' };
}
