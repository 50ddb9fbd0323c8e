import type { Method, Proof } from '../sessions/proof.ts';
import type { LiveSession } from '../api/call.ts';
import { hasFactor, type AccountFacts } from '../sessions/account-facts.ts';

/** What a method is good for at a sign-in: the first half, the second, or both at once. */
type SignInPart = 'both-halves' | 'first-half' | 'second-half';

/**
 * Whether a method is good inside a session: always, only for people who have no factor, only in the restricted session that it opened,
 * or never.
 */
type SessionPart = 'always' | 'without-factor' | 'restricted-session' | 'never';

/**
 * What becomes of it for people who prove by passkey alone, since their role has to be safe from phishing and they have what it takes:
 * it is worth as much as for the others, or nothing.
 */
type PasskeyOnlyPart = 'the-same' | 'nothing';

/** By what is proven for. */
interface Worth {
  readonly 'sign-in': SignInPart;
  /** Fresh proof before a dangerous action. */
  readonly 'step-up': SessionPart;
  /** The right to set up a factor. */
  readonly enrol: SessionPart;
  readonly 'passkey-only': PasskeyOnlyPart;
}

/** Who proves something: what they have, and what is asked of them. */
export type Prover = Pick<LiveSession, 'facts' | 'requirement'>;

/**
 * What may prove what: this table and nothing else decides it, and `docs/step-up.md` prints it.
 *
 * The password serves only people who have no factor; for the others it would be the weaker of two doors. A recovery code opens a way
 * back to a factor, never a dangerous action. A remembered device proves where somebody is and not who (rule B2). A code can be given
 * away to a false page, a passkey cannot: who has to prove by passkey alone proves nothing by a code, nor by a browser that was
 * remembered, which may have been by a code. Their recovery codes stay, as the
 * way out when every passkey is lost: they open no more than the way to a new one.
 */
export const WHAT_PROVES_WHAT: Readonly<Record<Method, Worth>> = {
  passkey: { 'sign-in': 'both-halves', 'step-up': 'always', enrol: 'always', 'passkey-only': 'the-same' },
  totp: { 'sign-in': 'second-half', 'step-up': 'always', enrol: 'always', 'passkey-only': 'nothing' },
  'recovery-code': {
    'sign-in': 'second-half',
    'step-up': 'never',
    enrol: 'restricted-session',
    'passkey-only': 'the-same',
  },
  password: {
    'sign-in': 'first-half',
    'step-up': 'without-factor',
    enrol: 'without-factor',
    'passkey-only': 'the-same',
  },
  'remembered-device': {
    'sign-in': 'second-half',
    'step-up': 'never',
    enrol: 'never',
    'passkey-only': 'nothing',
  },
  'account-recovery': {
    'sign-in': 'both-halves',
    'step-up': 'never',
    enrol: 'restricted-session',
    'passkey-only': 'the-same',
  },
};

/** Methods that a challenge can ask for, best first. */
const ASKED_FOR = ['passkey', 'totp', 'recovery-code', 'password'] as const;
type AskedFor = (typeof ASKED_FOR)[number];

/** Whether a method is worth anything for this person at all. */
export const counts = (method: Method, { requirement }: Pick<Prover, 'requirement'>): boolean =>
  !requirement.passkeyOnly || WHAT_PROVES_WHAT[method]['passkey-only'] === 'the-same';

/** What of that which was proven in a session is worth something for this person. */
export const proofsThatCount = (
  session: Pick<Prover, 'requirement'> & { readonly proofs: readonly Proof[] },
): readonly Proof[] => session.proofs.filter(({ method }) => counts(method, session));

/** Whether a method proves something for a purpose inside a session of this person. */
export function proves(method: Method, purpose: 'step-up' | 'enrol', prover: Prover): boolean {
  const worth = WHAT_PROVES_WHAT[method][purpose];
  return (
    counts(method, prover) && (worth === 'always' || (worth === 'without-factor' && !hasFactor(prover.facts)))
  );
}

/** Whether the person has what a method needs. A locked authenticator is not offered; its owner still has other ways (rule L2). */
const HAS: Readonly<Record<AskedFor, (facts: AccountFacts) => boolean>> = {
  passkey: ({ passkeys }) => passkeys > 0,
  totp: ({ totpFactors, lockedTotpFactors }) => totpFactors > lockedTotpFactors,
  'recovery-code': ({ recoveryCodes }) => (recoveryCodes?.remaining ?? 0) > 0,
  password: () => true,
};

/** The methods of a sign-in's second half that a person can be asked for, best first. */
export const signInMethods = (prover: Prover): readonly AskedFor[] =>
  ASKED_FOR.filter(
    (method) =>
      WHAT_PROVES_WHAT[method]['sign-in'] !== 'first-half' &&
      counts(method, prover) &&
      HAS[method](prover.facts),
  );

/** The methods of a step-up that a person can be asked for, best first. */
export const stepUpMethods = (prover: Prover, passwordCanBeAsked: boolean): readonly AskedFor[] =>
  ASKED_FOR.filter(
    (method) =>
      proves(method, 'step-up', prover) &&
      HAS[method](prover.facts) &&
      (method !== 'password' || passwordCanBeAsked),
  );

/**
 * The newest proof that is good for a purpose and was given within a window: by each proof's own time, never by the session's age. A
 * sign-in's own proof counts like any other.
 *
 * @param within Milliseconds. A proof from the future is not fresh (rule S9): a clock that jumped opens nothing.
 */
export function freshProof(
  proofs: readonly Proof[],
  purpose: 'step-up' | 'enrol',
  prover: Prover,
  now: number,
  within: number,
): Proof | undefined {
  return proofs
    .filter(({ method, at }) => proves(method, purpose, prover) && at <= now && now - at <= within)
    .reduce<Proof | undefined>(
      (newest, proof) => (newest && newest.at >= proof.at ? newest : proof),
      undefined,
    );
}
