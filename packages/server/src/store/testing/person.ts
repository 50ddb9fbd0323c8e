import { entriesOf, type Entry } from '../../activity/journal.ts';
import type { Happening } from '../../activity/audit-event.ts';
import type { RecoveryCodeSet, SpentRecoveryCode } from '../../recovery-codes/recovery-codes.store.ts';
import type { NewDevice } from '../../remembered-devices/remembered-devices.store.ts';
import { newId } from '../../secrets/ids.ts';
import type { Sealed } from '../../secrets/sealing.ts';
import { newToken } from '../../secrets/tokens.ts';
import type { AccountFacts } from '../../sessions/account-facts.ts';
import type {
  Alive,
  FactorRemoval,
  MakingRoom,
  NewSession,
  Rotation,
} from '../../sessions/sessions.store.ts';
import type {
  SignInCompletion,
  SignInStart,
  SpentProof,
  StepUpCompletion,
} from '../../sign-in/sign-in.store.ts';
import type { ProofAttempt } from '../../throttling/throttling.store.ts';
import type { AcceptedTotpStep, StoredTotpEnrolment, TotpConfirmation } from '../../totp/totp.store.ts';
import type { Store } from '../store.ts';
import { totpFactorsOf } from './totp-of.ts';

/** The moment at which the tests begin. */
export const START = Date.UTC(2026, 0, 15, 12);
export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const YEAR = 365 * DAY;

/** The cap that the tests use; the rule's own number is the feature's. */
export const MOST_FACTORS = 10;

/** What tells which sessions are alive at a moment: those that were seen within an hour. */
export const aliveAt = (now: number): Alive => ({ now, seenSince: now - HOUR });

/** Makes room for a session, and tells nobody. */
export const roomAt = (now: number): MakingRoom => ({ alive: aliveAt(now), entries: () => [] });

/** A box that nobody opens: the store does not look inside. */
export const sealed = (keyId = 'k1'): Sealed => ({ keyId, box: `box-${newId()}` });

export function recoveryCodeSet(createdAt = START, total = 10): RecoveryCodeSet {
  return {
    createdAt,
    codes: Array.from({ length: total }, (_, index) => ({
      selector: `C${String(index).padStart(3, '0')}`,
      verifier: `hash-${newId()}`,
      pepperKeyId: 'k1',
    })),
  };
}

/** A person with an account, and everything that the store is asked about them. */
export class Person {
  readonly id = `person-${newId()}`;
  readonly store: Store;
  /** The session in which they set things up. */
  session: NewSession;
  recoveryCodes: RecoveryCodeSet | undefined;

  constructor(store: Store, at = START) {
    this.store = store;
    this.session = this.newSession(at);
  }

  /** Someone who signed in with a password and has no factor. */
  static async signedIn(store: Store, at = START): Promise<Person> {
    const person = new Person(store, at);
    await store.beginSignIn(person.start(at, { session: person.session }));
    return person;
  }

  /** Someone with factors and ten recovery codes; the factors' last step is 0. */
  static async enrolled(
    store: Store,
    { factors = 1, at = START } = {},
  ): Promise<Person & { factorId: string }> {
    const person = await Person.signedIn(store, at);
    const ids: string[] = [];
    for (let index = 0; index < factors; index += 1) ids.push(await person.addFactor({ at }));
    return Object.assign(person, { factorId: ids[0]! });
  }

  newSession(at = START): NewSession {
    return {
      tokenHash: newToken().hash,
      id: newId(),
      userId: this.id,
      proofs: [{ method: 'password', at }],
      createdAt: at,
      expiresAt: at + DAY,
      ip: '192.0.2.7',
      userAgent: 'a browser',
    };
  }

  start(at = START, change: Partial<SignInStart> = {}): SignInStart {
    return {
      session: this.newSession(at),
      room: roomAt(at),
      pending: { tokenHash: newToken().hash, expiresAt: at + 10 * MINUTE },
      unchangedSince: at,
      replacing: {},
      entries: () => [],
      ...change,
    };
  }

  /** The first half of a sign-in, by someone who has a factor. @returns the pending sign-in's token hash. */
  async beginSignIn(at = START): Promise<string> {
    const start = this.start(at);
    const became = await this.store.beginSignIn(start);
    if (became !== 'pending') throw new Error(`the sign-in became a ${became}`);
    return start.pending.tokenHash;
  }

  async facts(now = START): Promise<AccountFacts> {
    const found = await this.store.findSession(this.session.tokenHash, now, 0);
    if (!found) throw new Error('the session is gone');
    return found.facts;
  }

  attempt(at = START, pendingTokenHash?: string): ProofAttempt {
    return { id: newId(), at, userId: this.id, ...(pendingTokenHash !== undefined && { pendingTokenHash }) };
  }

  enrolment(at = START, sessionId = this.session.id): StoredTotpEnrolment {
    return {
      userId: this.id,
      id: newId(),
      sessionId,
      secret: sealed(),
      startedAt: at,
      expiresAt: at + 15 * MINUTE,
    };
  }

  rotation(at = START): Rotation {
    return {
      tokenHash: this.session.tokenHash,
      newTokenHash: newToken().hash,
      formerProofs: this.session.proofs,
      proofs: [...this.session.proofs, { method: 'totp', at }],
      at,
    };
  }

  /** A removal of factors, asked for in their session with what is known of them now. */
  async removal(change: Partial<FactorRemoval> = {}): Promise<FactorRemoval> {
    const { epoch } = await this.facts();
    return {
      userId: this.id,
      currentId: this.session.id,
      ...aliveAt(START),
      epoch,
      keeping: 'nothing',
      ...change,
    };
  }

  async confirmation(
    enrolment: StoredTotpEnrolment,
    change: Partial<TotpConfirmation> = {},
  ): Promise<TotpConfirmation> {
    const now = enrolment.startedAt;
    const facts = await this.facts(now);
    return {
      enrolment,
      attempt: this.attempt(now),
      epoch: facts.epoch,
      name: 'Authenticator app',
      secret: sealed(),
      step: 0,
      now,
      rotation: this.rotation(now),
      others: roomAt(now),
      ...(facts.totpFactors === 0 && { recoveryCodes: recoveryCodeSet(now) }),
      entries: [],
      ...change,
    };
  }

  /** Sets up an authenticator the way people do. @returns the factor's id. */
  async addFactor({ at = START, secret = sealed() } = {}): Promise<string> {
    const enrolment = this.enrolment(at);
    await this.store.startTotpEnrolment(enrolment, MOST_FACTORS);
    const confirmation = await this.confirmation(enrolment, { secret });
    const verdict = await this.store.confirmTotpEnrolment(confirmation, MOST_FACTORS);
    if (verdict !== 'confirmed') throw new Error(`the enrolment was not confirmed: ${verdict}`);
    this.tookOver(confirmation.rotation);
    this.recoveryCodes = confirmation.recoveryCodes ?? this.recoveryCodes;
    return enrolment.id;
  }

  /** After a rotation, the session has its new token. */
  tookOver({ newTokenHash, proofs }: Rotation): void {
    this.session = { ...this.session, tokenHash: newTokenHash, proofs };
  }

  recoveryCode(index = 0): SpentRecoveryCode {
    const { selector, verifier } = this.recoveryCodes!.codes[index]!;
    return { method: 'recovery-code', selector, verifier };
  }

  completion(
    pendingTokenHash: string,
    spent: SpentProof,
    { at = START, ...change }: Partial<SignInCompletion> & { at?: number } = {},
  ): SignInCompletion {
    return {
      pendingTokenHash,
      attempt: this.attempt(at, pendingTokenHash),
      spent,
      session: this.newSession(at),
      room: roomAt(at),
      entries: () => [],
      cancelled: () => [],
      ...change,
    };
  }

  /** Completes a sign-in in a browser that is to be remembered. @returns the device. */
  async rememberDevice(at = START, change: Partial<NewDevice> = {}): Promise<NewDevice> {
    const device = {
      id: newId(),
      seriesHash: newToken().hash,
      tokenHash: newToken().hash,
      userAgent: 'a browser',
      createdAt: at,
      expiresAt: at + 30 * DAY,
      ...change,
    };
    const pending = await this.beginSignIn(at);
    const [factor] = await totpFactorsOf(this.store, this.id);
    const spent = accepted(factor?.id ?? '', (factor?.lastStep ?? 0) + 1);
    const verdict = await this.store.completeSignIn(this.completion(pending, spent, { at, device }));
    if (verdict !== 'completed') throw new Error(`the sign-in was not completed: ${verdict}`);
    return device;
  }

  stepUp(spent: AcceptedTotpStep | undefined, change: Partial<StepUpCompletion> = {}): StepUpCompletion {
    return {
      userId: this.id,
      attempt: this.attempt(),
      ...(spent && { spent }),
      now: START,
      rotation: this.rotation(),
      entries: [],
      ...change,
    };
  }

  /** A wrong code at the second half of a sign-in or, without a pending one, in a session. */
  async fail(at: number, pendingTokenHash?: string): Promise<Awaited<ReturnType<Store['recordFailure']>>> {
    const attempt = this.attempt(at, pendingTokenHash);
    const counted = await this.store.countTotpAttempt(attempt);
    if (counted.verdict !== 'counted') throw new Error(`the attempt was not counted: ${counted.verdict}`);
    return this.store.recordFailure(attempt, at, () => []);
  }

  entries(...happenings: Happening[]): Entry[] {
    return this.entriesAt(START, ...happenings);
  }

  entriesAt(now: number, ...happenings: Happening[]): Entry[] {
    const origin = { now, requestId: newId(), ip: '192.0.2.7', userAgent: 'a browser' };
    return entriesOf(origin, this.id)(...happenings);
  }
}

/** A person of whom only the id is known, as another process knows them. */
export const personCalled = (store: Store, id: string): Person => Object.assign(new Person(store), { id });

/** A code of an authenticator that was right for a time step. */
export const accepted = (factorId: string, step: number): AcceptedTotpStep => ({
  method: 'totp',
  factorId,
  step,
});

/** Thirty wrong codes, so slowly that no other limit is reached; the person's only authenticators are locked afterwards. */
export async function failUntilLocked(person: Person): Promise<void> {
  for (let day = 0; day < 30; day += 1) await person.fail(START + day * DAY);
}
