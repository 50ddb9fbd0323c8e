import { createHmac } from 'node:crypto';
import { entriesOf } from '../activity/journal.ts';
import type { SessionCall } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { Hasher } from '../ports/hasher.ts';
import { newId } from '../secrets/ids.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import { hasFactor } from '../sessions/account-facts.ts';
import { secondsUntil } from '../throttling/attempts.ts';
import { RECOVERY_CODE_SETS_LIMIT } from '../throttling/limits.ts';
import type { ThrottlingStore } from '../throttling/throttling.store.ts';
import {
  formatRecoveryCode,
  newRecoveryCodes,
  parseRecoveryCode,
  type RecoveryCode,
} from './recovery-code.ts';
import type { RecoveryCodeSet, RecoveryCodeStore, StoredRecoveryCode } from './recovery-codes.store.ts';

/** A set has ten. */
const HOW_MANY = 10;

/** Selector of a row that cannot exist; looked up for what cannot be a code, so that it costs what a wrong code costs. */
const NO_SELECTOR = '';

/** A new set: what the person sees once, and what is stored. */
export interface MadeRecoveryCodes {
  readonly codes: readonly string[];
  readonly set: RecoveryCodeSet;
}

export interface RecoveryCodes {
  /** @throws Problem `too_many_attempts` after several sets within a short time. */
  make(userId: string, now: number): Promise<MadeRecoveryCodes>;
  /** Reads what a person typed. The selector is for the look-up; the rest is for `verify`. */
  read(typed: string): { readonly selector: string; readonly code?: RecoveryCode };
  /** One slow hash, whatever was found (rule K3): the time says nothing about which selectors exist. */
  verify(
    userId: string,
    code: RecoveryCode | undefined,
    stored: StoredRecoveryCode | undefined,
  ): Promise<boolean>;
  /** @returns the new codes, shown this once; the old set is dead. */
  regenerate(call: SessionCall): Promise<readonly string[]>;
  confirm(call: SessionCall): Promise<void>;
}

export function createRecoveryCodes(ports: {
  store: RecoveryCodeStore & ThrottlingStore;
  hasher: Hasher;
  ring: KeyRing;
}): RecoveryCodes {
  const { store, hasher, ring } = ports;
  let decoy: string | undefined;

  /** What is hashed: bound to the person and peppered, so that a stolen table alone cannot even be guessed at. */
  function peppered(userId: string, { selector, verifier }: RecoveryCode, pepperKeyId: string): Buffer {
    const pepper = ring.key(pepperKeyId, 'recovery-code-pepper');
    if (!pepper) throw new Problem('unavailable', { reason: `key ${pepperKeyId} is not in the ring` });
    return createHmac('sha256', pepper)
      .update(JSON.stringify([userId, selector, verifier]))
      .digest();
  }

  async function make(userId: string, now: number): Promise<MadeRecoveryCodes> {
    const counted = await store.countAttempt(RECOVERY_CODE_SETS_LIMIT, userId, { id: newId(), at: now });
    if (counted.verdict === 'closed') {
      throw new Problem('too_many_attempts', { retryAfter: secondsUntil(counted.retryAt, now) });
    }
    const codes = newRecoveryCodes(HOW_MANY);
    const stored: StoredRecoveryCode[] = [];
    // One after the other: ten at once would fill the hasher's queue that others wait in.
    for (const code of codes) {
      const verifier = await hasher.hash(peppered(userId, code, ring.current));
      stored.push({ selector: code.selector, verifier, pepperKeyId: ring.current });
    }
    return { codes: codes.map(formatRecoveryCode), set: { codes: stored, createdAt: now } };
  }

  return {
    make,

    read(typed) {
      const code = parseRecoveryCode(typed);
      return code ? { selector: code.selector, code } : { selector: NO_SELECTOR };
    },

    async verify(userId, code, stored) {
      // Made by the first attempt, whatever it finds, so that afterwards all cost the same. A hasher that refuses is asked again next time.
      decoy ??= await hasher.hash(Buffer.alloc(32));
      const encoded = stored?.verifier ?? decoy;
      const secret = code ? peppered(userId, code, stored?.pepperKeyId ?? ring.current) : Buffer.alloc(32, 1);
      const matches = await hasher.verify(encoded, secret);
      return matches && code !== undefined && stored !== undefined;
    },

    async regenerate(call) {
      const { session, origin } = call;
      if (!hasFactor(session.facts))
        throw new Problem('conflict', { reason: 'no factor that codes could be a way back to' });
      const { codes, set } = await make(session.userId, origin.now);
      const entries = entriesOf(origin, session.userId, session.id);
      const outcome = await store.replaceRecoveryCodes(
        { userId: session.userId, currentId: session.id, epoch: session.facts.epoch },
        set,
        entries({
          event: 'auth.recovery_codes.regenerated',
          outcome: 'success',
          details: { total: codes.length },
        }),
      );
      if (outcome === 'conflict') throw new Problem('conflict', { reason: 'the account changed meanwhile' });
      if (outcome === 'gone') throw new Problem('session_required');
      return codes;
    },

    async confirm({ session, origin }) {
      const entries = entriesOf(origin, session.userId, session.id);
      const outcome = await store.confirmRecoveryCodes(
        session.userId,
        origin.now,
        entries({ event: 'auth.recovery_codes.confirmed', outcome: 'success' }),
      );
      if (outcome === 'missing') throw new Problem('not_found');
    },
  };
}
