import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import type { ActivityStore } from '../activity/activity.store.ts';
import type { Happening } from '../activity/audit-event.ts';
import { entriesOf, onceAMinute } from '../activity/journal.ts';
import type { Call } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { Ceremonies, TakenCeremony } from '../passkeys/ceremonies.ts';
import { codeOfRefusal, PasskeyRefused, refusalOfChallenge } from '../passkeys/checks.ts';
import type { CeremonyPurpose, OwnedPasskey, PasskeyStore } from '../passkeys/passkeys.store.ts';
import type { RelyingParty } from '../passkeys/relying-party.ts';
import type { AssertionResponse } from '../passkeys/response-schema.ts';
import { verifyAssertion, type VerifiedAssertion } from '../passkeys/verify-assertion.ts';
import type { Users } from '../ports/users.ts';
import { membershipOf } from '../sessions/membership.ts';
import type { Proof } from '../sessions/proof.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { viewOf } from '../sessions/session-view.ts';
import { AddressClosed } from '../throttling/address-limits.ts';
import { cancelledBySignIn, type Completion } from './completion.ts';
import { counterAnomaly, replayAttempt, reportsOf } from './passkey-reports.ts';
import { replacedBy } from './replacing.ts';
import type { SignInOutcome } from './sign-in.ts';
import type { SignInStore } from './sign-in.store.ts';

/** Signing in with a passkey: as the second half, as step-up, or alone and at once. */
export interface PasskeyChallenge {
  options(call: Call): Promise<PublicKeyCredentialRequestOptionsJSON>;
  /** @param rememberDevice Whether to skip the challenge in this browser from now on; ignored inside a session (rule B2). */
  prove(call: Call, response: AssertionResponse, rememberDevice?: boolean): Promise<SignInOutcome>;
  signInOptions(call: Call): Promise<PublicKeyCredentialRequestOptionsJSON>;
  signIn(call: Call, response: AssertionResponse): Promise<SignInOutcome>;
}

/** What a challenge is tied to: the session that steps up, the pending sign-in, or nobody (rule W1). */
interface Tie {
  readonly purpose: Exclude<CeremonyPurpose, 'register'>;
  readonly owner: string;
  /** Whose passkeys may answer; undefined where nobody was named. */
  readonly userId: string | undefined;
}

const NOBODY: Tie = { purpose: 'passkey-sign-in', owner: '', userId: undefined };

function tieOf({ session, pending }: Call): Tie {
  if (session) return { purpose: 'step-up', owner: session.id, userId: session.userId };
  if (pending) return { purpose: 'sign-in', owner: pending.tokenHash, userId: pending.facts.userId };
  throw new Problem('challenge_expired');
}

/** An assertion that holds, with the passkey that made it. */
interface Asserted extends VerifiedAssertion {
  readonly passkey: OwnedPasskey;
  readonly proof: Proof;
  readonly happenings: readonly Happening[];
}

/** A refusal, and what else it gives cause to report. */
interface Refused {
  readonly refused: PasskeyRefused;
  readonly subject: string | undefined;
  readonly reports?: readonly Happening[];
}

const FAILURE_OF_PURPOSE = {
  'sign-in': 'auth.2fa.failure',
  'step-up': 'auth.step_up.failure',
  'passkey-sign-in': 'auth.sign_in.failure',
} as const;

export function createPasskeyChallenge(ports: {
  store: PasskeyStore & SignInStore & ActivityStore;
  users: Users;
  sessions: Sessions;
  ceremonies: Ceremonies;
  completion: Completion;
  party: RelyingParty;
}): PasskeyChallenge {
  const { store, users, sessions, ceremonies, completion, party } = ports;

  /** Records why, and answers the code that nearly all refusals share. An unknown credential is told apart, so that the browser can forget it. */
  async function refuse(
    call: Call,
    { purpose, owner }: Tie,
    { refused, subject, reports = [] }: Refused,
  ): Promise<never> {
    const alone = purpose === 'passkey-sign-in';
    const entries = entriesOf(call.origin, subject, alone ? undefined : call.session?.id);
    const failure = {
      event: FAILURE_OF_PURPOSE[purpose],
      outcome: 'failure',
      reason: refused.refusal,
      method: 'passkey',
    } as const;
    // A copy of an answer that was given already is no attempt: counted, five of them could void the one that is right.
    const counts = purpose === 'sign-in' && !refused.refusal.startsWith('challenge');
    const pendingTokenHash = counts ? call.pending?.tokenHash : undefined;
    await store.recordPasskeyFailure(pendingTokenHash, (pendingEnded) => {
      const written = entries(
        { ...failure, details: { purpose, ...(counts && { pendingEnded }) } },
        ...reports,
      );
      if (alone || counts) return written;
      // Limited by nothing: whoever holds the session, or knows the password, could fill the audit otherwise.
      return written.map((entry) => onceAMinute(entry, `${owner} ${refused.refusal}`));
    });
    throw new Problem(codeOfRefusal(refused.refusal), {
      reason: refused.refusal,
      cause: refused.cause,
      ...(alone && refused.refusal === 'unknown-credential' && { unknownCredential: true }),
    });
  }

  /** A sign-in by a passkey alone is an attempt of its address, and reserves its room with what it asks first. */
  async function take(
    { origin, reservation }: Call,
    tie: Tie,
    response: AssertionResponse,
  ): Promise<TakenCeremony> {
    if (!reservation) return ceremonies.take({ ...tie, now: origin.now }, response);
    const taken = await ceremonies.takeReserving(tie, response, reservation);
    if ('verdict' in taken) throw new AddressClosed(taken.retryAt, origin.now);
    return taken;
  }

  async function assert(call: Call, tie: Tie, response: AssertionResponse): Promise<Asserted> {
    const { now } = call.origin;
    const { client, ceremony, passkey } = await take(call, tie, response);
    const subject = tie.userId ?? passkey?.userId;
    try {
      if (ceremony.verdict !== 'taken' && ceremony.verdict !== 'used')
        throw refusalOfChallenge(ceremony.verdict);
      if (!passkey) throw new PasskeyRefused('unknown-credential');
      if (tie.userId !== undefined && passkey.userId !== tie.userId) throw new PasskeyRefused('other-user');
      const handleRequired = tie.userId === undefined;
      const asked = { client, options: ceremony.options, passkey, handleRequired };
      const verified = await verifyAssertion(response, asked, party);
      if (ceremony.verdict === 'used') {
        // It was right once, so it is a copy that somebody sends, and not just anything with an old challenge in it.
        const refused = refusalOfChallenge('used');
        return await refuse(call, tie, { refused, subject, reports: [replayAttempt(passkey)] });
      }
      if (verified.counterAnomaly && !verified.counterTolerated) {
        const reports = [counterAnomaly(passkey, verified.used, 'blocked')];
        return await refuse(call, tie, { refused: new PasskeyRefused('counter'), subject, reports });
      }
      const { userVerified } = verified;
      const proof = { method: 'passkey', at: now, factor: passkey.id, userVerified } as const;
      return { ...verified, passkey, proof, happenings: reportsOf(passkey, verified) };
    } catch (error) {
      if (error instanceof PasskeyRefused) {
        const refused = ceremony.verdict === 'used' ? refusalOfChallenge('used') : error;
        return refuse(call, tie, { refused, subject });
      }
      throw error;
    }
  }

  /**
   * Between reading the passkey and writing its use, somebody else used it, or its owner revoked it. What the newest state says is
   * what counts: gone is unknown, and a counter that is no longer ahead is an anomaly like any other (rule W6).
   */
  async function judgeLoss(
    call: Call,
    tie: Tie,
    asserted: Asserted,
    again: (asserted: Asserted) => Promise<SignInOutcome>,
  ): Promise<SignInOutcome> {
    const { passkey, used, counterTolerated } = asserted;
    const subject = passkey.userId;
    const current = await store.findPasskey(subject, passkey.id);
    if (!current) return refuse(call, tie, { refused: new PasskeyRefused('unknown-credential'), subject });
    if (!counterTolerated) {
      const reports = [counterAnomaly(current, used, 'blocked')];
      return refuse(call, tie, { refused: new PasskeyRefused('counter'), subject, reports });
    }
    const happenings = [counterAnomaly(current, used, 'success'), ...asserted.happenings];
    return again({ ...asserted, used: { ...used, anyCounter: true }, happenings });
  }

  async function complete(
    call: Call,
    tie: Tie,
    asserted: Asserted,
    rememberDevice: boolean,
  ): Promise<SignInOutcome> {
    const { passkey, proof, used, happenings } = asserted;
    const factor = { id: passkey.id, label: passkey.name };
    const accepted = {
      proof,
      spent: used,
      lost: () => judgeLoss(call, tie, asserted, (again) => complete(call, tie, again, rememberDevice)),
    };
    if (call.session) return completion.stepUp(call, call.session, { ...accepted, factor, happenings });
    if (!call.pending) throw new Problem('challenge_expired');
    return completion.signIn(call, call.pending, {
      ...accepted,
      rememberDevice,
      happenings: () => [
        ...happenings,
        { event: 'auth.2fa.success', outcome: 'success', method: 'passkey', factor },
      ],
    });
  }

  async function completeAlone(call: Call, asserted: Asserted): Promise<SignInOutcome> {
    const { origin } = call;
    const replacing = replacedBy(call, origin);
    const { passkey, proof, used, happenings } = asserted;
    const user = await users.find(passkey.userId);
    if (!user || user.disabled === true) {
      const reason = user ? 'disabled' : 'unknown-user';
      const entries = entriesOf(origin, passkey.userId);
      await store.recordEntries(
        entries({ event: 'auth.sign_in.failure', outcome: 'failure', reason, method: 'passkey' }),
      );
      throw new Problem('invalid_credentials', { reason });
    }
    const { record, token, room } = sessions.issue(user.id, [proof], origin);
    const entries = entriesOf(origin, user.id, record.id);
    const outcome = await store.completePasskeySignIn({
      ...(call.reservation && { reservation: call.reservation }),
      spent: used,
      session: record,
      room,
      cancelled: cancelledBySignIn(origin, user.id, record.id),
      membership: membershipOf(user),
      replacing,
      entries: entries(...happenings, {
        event: 'auth.sign_in.success',
        outcome: 'success',
        method: 'passkey',
        factor: { id: passkey.id, label: passkey.name },
        details: { stage: 'complete' },
      }),
    });
    if (outcome === 'spent') return judgeLoss(call, NOBODY, asserted, (again) => completeAlone(call, again));
    const live = await sessions.liveAfter(record, token, user, passkey.account, origin.now);
    return {
      view: viewOf({ session: live }, sessions.limits.idle),
      cookies: { session: token, pending: null },
    };
  }

  return {
    options: (call) => ceremonies.assertion({ ...tieOf(call), now: call.origin.now }),

    async prove(call, response, rememberDevice = false) {
      const tie = tieOf(call);
      return complete(call, tie, await assert(call, tie, response), rememberDevice);
    },

    signInOptions: ({ origin }) => ceremonies.assertion({ ...NOBODY, now: origin.now }),

    // Whoever the browser was before says nothing about who signs in now.
    signIn: async (call, response) => completeAlone(call, await assert(call, NOBODY, response)),
  };
}
