import { randomBytes } from 'node:crypto';
import { ScureBase32Plugin } from '@otplib/plugin-base32-scure';
import { entriesOf } from '../activity/journal.ts';
import type { Happening } from '../activity/audit-event.ts';
import type { IssuedToken, LiveSession, SessionCall } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { MadeRecoveryCodes, RecoveryCodes } from '../recovery-codes/recovery-codes.ts';
import { newId } from '../secrets/ids.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import { open, seal } from '../secrets/sealing.ts';
import { hasFactor, type AccountFacts } from '../sessions/account-facts.ts';
import { isRestricted } from '../sessions/assurance.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { counts } from '../step-up/what-proves-what.ts';
import type { Attempts, ProofContext } from '../throttling/attempts.ts';
import type { ThrottlingStore } from '../throttling/throttling.store.ts';
import { otpauthUri } from './otpauth-uri.ts';
import { qrPath, type QrPath } from './qr-path.ts';
import { enrolmentPlace, factorPlace } from './totp-check.ts';
import { matchingStep } from './totp-code.ts';
import type { StoredTotpEnrolment, StoredTotpFactor, TotpStore } from './totp.store.ts';

/** So many authenticator apps one person may have. */
const MOST_TOTP_FACTORS = 10;

/** A pending enrolment lives for 15 minutes. */
const ENROLMENT_LIFETIME = 15 * 60_000;
/** 20 bytes: what SHA-1 can use, and what RFC 4226 recommends (rule K2). */
const SECRET_BYTES = 20;
const FACTOR_NAME = 'Authenticator app';

const base32 = new ScureBase32Plugin();

/** What the person scans or types into their app. The secret is in this one answer only. */
export interface StartedTotpEnrolment {
  readonly id: string;
  readonly secret: string;
  readonly uri: string;
  readonly qr: QrPath;
  readonly expiresAt: number;
}

export interface ConfirmedTotpEnrolment {
  readonly factor: StoredTotpFactor;
  /** Only when they were just made, with a first factor. */
  readonly recoveryCodes?: readonly string[];
  readonly session: LiveSession;
  readonly token: IssuedToken;
}

/** From asking for an authenticator app to confirming it with a code. What the person may do it for is the routes' declaration. */
export interface TotpEnrolment {
  /** @throws Problem `forbidden` to who came back in by a recovery code and proves by passkey alone: an app would lead no further. */
  start(call: SessionCall): Promise<StartedTotpEnrolment>;
  confirm(
    call: SessionCall,
    id: string,
    code: string,
    name: string | undefined,
  ): Promise<ConfirmedTotpEnrolment>;
}

export function createTotpEnrolment(ports: {
  store: TotpStore & ThrottlingStore;
  ring: KeyRing;
  sessions: Sessions;
  attempts: Attempts;
  recoveryCodes: RecoveryCodes;
  serviceName: string;
}): TotpEnrolment {
  const { store, ring, sessions, attempts, recoveryCodes, serviceName } = ports;

  async function pendingOf({ session, origin }: SessionCall, id: string): Promise<StoredTotpEnrolment> {
    const enrolment = await store.findTotpEnrolment(session.userId, session.id, id);
    if (!enrolment) throw new Problem('not_found');
    if (enrolment.expiresAt <= origin.now) throw new Problem('expired');
    return enrolment;
  }

  function happenings(
    factor: StoredTotpFactor,
    first: boolean,
    made: MadeRecoveryCodes | undefined,
  ): Happening[] {
    const added = {
      factor: { id: factor.id, label: factor.name },
      method: 'totp',
      outcome: 'success',
    } as const;
    return [
      { event: 'auth.totp.added', ...added },
      ...(first ? [{ event: 'auth.2fa.enabled', method: 'totp', outcome: 'success' } as const] : []),
      ...(made
        ? [
            {
              event: 'auth.recovery_codes.generated',
              outcome: 'success',
              details: { total: made.codes.length },
            } as const,
          ]
        : []),
    ];
  }

  function assertLeadsOn(session: LiveSession): void {
    if (isRestricted(session.proofs) && !counts('totp', session))
      throw new Problem('forbidden', { reason: 'passkey-only' });
  }

  return {
    async start({ session, origin }) {
      assertLeadsOn(session);
      const secret = randomBytes(SECRET_BYTES);
      const id = newId();
      const expiresAt = origin.now + ENROLMENT_LIFETIME;
      const outcome = await store.startTotpEnrolment(
        {
          userId: session.userId,
          id,
          sessionId: session.id,
          secret: seal(ring, 'totp-secret', enrolmentPlace(session.userId, id), secret),
          startedAt: origin.now,
          expiresAt,
        },
        MOST_TOTP_FACTORS,
      );
      if (outcome === 'limit') throw new Problem('factor_limit');
      if (outcome === 'gone') throw new Problem('session_required');
      const text = base32.encode(secret, { padding: false });
      const uri = otpauthUri(serviceName, session.user.name, text);
      return { id, secret: text, uri, qr: qrPath(uri), expiresAt };
    },

    async confirm(call, id, code, name) {
      const { session, origin } = call;
      assertLeadsOn(session);
      const enrolment = await pendingOf(call, id);
      const context: ProofContext = {
        origin,
        userId: session.userId,
        purpose: 'enrolment',
        method: 'totp',
        sessionId: session.id,
      };
      const attempt = attempts.begin(context);
      const counted = await store.countProofAttempt(attempt);
      if (counted.verdict !== 'counted') return attempts.refuseUncounted(context, counted);

      return attempts.judge(attempt, async () => {
        const secret = open(ring, 'totp-secret', enrolmentPlace(session.userId, id), enrolment.secret);
        const step = matchingStep(secret, code, origin.now);
        if (step === undefined) return attempts.fail(context, attempt, 'wrong');

        const first = !hasFactor(session.facts);
        const made = first ? await recoveryCodes.make(session.userId, origin.now) : undefined;
        const factor: StoredTotpFactor = {
          userId: session.userId,
          id,
          name: name ?? FACTOR_NAME,
          secret: seal(ring, 'totp-secret', factorPlace(session.userId, id), secret),
          lastStep: step,
          locked: false,
          createdAt: origin.now,
        };
        const proof = { method: 'totp', at: origin.now, factor: id } as const;
        const { rotation, token, proofs } = sessions.rotate(session, proof, origin.now);
        const outcome = await store.confirmTotpEnrolment(
          {
            enrolment,
            attempt,
            epoch: session.facts.epoch,
            name: factor.name,
            secret: factor.secret,
            step,
            now: origin.now,
            rotation,
            others: sessions.endingByEnrolment(session, origin),
            ...(made && { recoveryCodes: made.set }),
            entries: entriesOf(origin, session.userId, session.id)(...happenings(factor, first, made)),
          },
          MOST_TOTP_FACTORS,
        );
        if (outcome === 'gone') throw new Problem('expired');
        if (outcome === 'conflict')
          throw new Problem('conflict', { reason: 'the account changed meanwhile' });
        if (outcome === 'limit') throw new Problem('factor_limit');

        const facts: AccountFacts = {
          ...session.facts,
          epoch: session.facts.epoch + 1,
          totpFactors: session.facts.totpFactors + 1,
          ...(made && {
            recoveryCodes: {
              remaining: made.codes.length,
              total: made.codes.length,
              createdAt: origin.now,
              confirmed: false,
            },
          }),
        };
        const live = await sessions.liveAfter(
          { ...session, tokenHash: rotation.newTokenHash, proofs },
          token,
          session.user,
          facts,
          origin.now,
        );
        return { factor, session: live, token, ...(made && { recoveryCodes: made.codes }) };
      });
    },
  };
}
