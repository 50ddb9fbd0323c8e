import { randomBytes, randomUUID } from 'node:crypto';
import type { Happening } from '../../packages/server/src/activity/audit-event.ts';
import { entriesOf, type Entry } from '../../packages/server/src/activity/journal.ts';
import { newId } from '../../packages/server/src/secrets/ids.ts';
import type { NewSession } from '../../packages/server/src/sessions/sessions.store.ts';
import type { Store } from '../../packages/server/src/store/store.ts';
import { passkeyOf, registrationOf } from '../../packages/server/src/store/testing/passkeys.ts';
import { accepted, DAY, Person, recoveryCodeSet } from '../../packages/server/src/store/testing/person.ts';

/** As long as what browsers send. */
const USER_AGENT =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36';
const IP = '203.0.113.207';

const random = (bytes: number): string => randomBytes(bytes).toString('base64url');

/** As argon2id writes itself down: 16 bytes of salt, 32 of hash. */
const verifier = (): string => `$argon2id$v=19$m=19456,t=2,p=1$${random(16)}$${random(32)}`;

/** Somebody as the kit stores them: what a store is handed by it is as long, and as many, as what it is handed here. */
export interface Somebody {
  readonly person: Person;
  readonly factorId: string;
  step: number;
}

const doing = (session: NewSession, at: number, ...happenings: Happening[]): Entry[] =>
  entriesOf(
    { now: at, requestId: newId(), ip: IP, userAgent: USER_AGENT },
    session.userId,
    session.id,
  )(...happenings);

const sessionOf = (person: Person, at: number): NewSession => ({
  ...person.newSession(at),
  ip: IP,
  userAgent: USER_AGENT,
});

/** Signs up with an authenticator app, ten recovery codes and a passkey. */
export async function enrol(store: Store, at: number): Promise<Somebody> {
  const person = Object.assign(new Person(store, at), { id: randomUUID() });
  person.session = sessionOf(person, at);
  const { session } = person;
  const complete = {
    event: 'auth.sign_in.success',
    outcome: 'success',
    method: 'password',
    details: { stage: 'complete' },
  } as const;
  await store.beginSignIn(person.start(at, { session, entries: () => doing(session, at, complete) }));

  const secret = { keyId: 'k-2026-01', box: random(48) };
  const enrolment = { ...person.enrolment(at), secret };
  await store.startTotpEnrolment(enrolment, 10);
  const factor = { id: enrolment.id, label: 'Authenticator app' };
  const codes = recoveryCodeSet(at);
  const confirmation = await person.confirmation(enrolment, {
    secret,
    recoveryCodes: {
      ...codes,
      codes: codes.codes.map((code) => ({ ...code, verifier: verifier(), pepperKeyId: secret.keyId })),
    },
    entries: doing(
      session,
      at,
      { event: 'auth.totp.added', outcome: 'success', method: 'totp', factor },
      { event: 'auth.2fa.enabled', outcome: 'success', method: 'totp' },
      { event: 'auth.recovery_codes.generated', outcome: 'success', details: { total: 10 } },
    ),
  });
  await store.confirmTotpEnrolment(confirmation, 10);
  person.tookOver(confirmation.rotation);

  await store.userHandle(person.id, random(64));
  const passkey = passkeyOf(person, { credentialId: random(32), publicKey: random(77), createdAt: at });
  const added = {
    event: 'auth.passkey.added',
    outcome: 'success',
    method: 'passkey',
    factor: { id: passkey.id, label: passkey.name },
  } as const;
  const registration = await registrationOf(person, passkey, { entries: doing(session, at, added) });
  await store.registerPasskey(registration, 20);
  person.tookOver(registration.rotation);
  return { person, factorId: enrolment.id, step: 1 };
}

/** Signs in by password and authenticator app. @returns the session's token hash. */
export async function signIn(
  store: Store,
  somebody: Somebody,
  at: number,
  isRemembered = false,
): Promise<string> {
  const { person, factorId } = somebody;
  const session = sessionOf(person, at);
  const password = { event: 'auth.sign_in.success', outcome: 'success', method: 'password' } as const;
  const start = person.start(at, {
    session,
    entries: () => doing(session, at, { ...password, details: { stage: 'primary' } }),
  });
  await store.beginSignIn(start);
  const { tokenHash } = start.pending;
  const attempt = person.attempt(at, tokenHash);
  await store.countTotpAttempt(attempt);
  somebody.step += 1;
  const proofs = [...session.proofs, { method: 'totp', at, factor: factorId } as const];
  const factor = { id: factorId, label: 'Authenticator app' };
  const device = {
    id: newId(),
    seriesHash: random(32),
    tokenHash: random(32),
    userAgent: USER_AGENT,
    createdAt: at,
    expiresAt: at + 30 * DAY,
  };
  const verdict = await store.completeSignIn(
    person.completion(tokenHash, accepted(factorId, somebody.step), {
      at,
      attempt,
      session: { ...session, proofs },
      ...(isRemembered && { device }),
      entries: () =>
        doing(
          session,
          at,
          { event: 'auth.2fa.success', outcome: 'success', method: 'totp', factor },
          { ...password, method: 'totp', details: { stage: 'complete' } },
        ),
    }),
  );
  if (verdict !== 'completed') throw new Error(`a sign-in that is measured was ${verdict}`);
  return session.tokenHash;
}
