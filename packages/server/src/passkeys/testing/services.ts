import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { Call, SessionCall } from '../../api/call.ts';
import { createRecoveryCodes } from '../../recovery-codes/recovery-codes.ts';
import { newId } from '../../secrets/ids.ts';
import { generateKeyRing, openKeyRing } from '../../secrets/key-ring.ts';
import { BY_DEFAULT } from '../../policy/policy.fixture.ts';
import { createRequirements } from '../../policy/requirements.ts';
import { createRememberedDevices } from '../../remembered-devices/remembered-devices.ts';
import { createSessions } from '../../sessions/sessions.ts';
import { createCompletion } from '../../sign-in/completion.ts';
import { createPasskeyChallenge, type PasskeyChallenge } from '../../sign-in/passkey-challenge.ts';
import { createSignIn, type SignInOutcome } from '../../sign-in/sign-in.ts';
import { sqlStore } from '../../store/sql/sql-store.ts';
import { openDatabase } from '../../store/open-store.ts';
import type { Store } from '../../store/store.ts';
import type { MakeDatabase } from '../../store/testing/databases.ts';
import { DAY, HOUR, START } from '../../store/testing/person.ts';
import { people } from '../../testing/people.ts';
import { quickHasher } from '../../testing/quick-hasher.ts';
import { createCeremonies } from '../ceremonies.ts';
import { createPasskeyEnrolment } from '../passkey-enrolment.ts';
import type { RelyingParty } from '../relying-party.ts';
import { registrationResponse, assertionResponse } from '../response-schema.ts';
import { SoftwareAuthenticator, type AssertionBend, type Traits } from './software-authenticator.ts';

const ORIGIN = 'https://app.example.com';

const party: RelyingParty = {
  id: 'example.com',
  name: 'Test Notes',
  origins: [ORIGIN],
  topOrigins: [],
  counterAnomalies: 'refuse-device-bound',
};

/** The services of passkeys without HTTP around them, for tests that look between them and the store. */
export interface PasskeyServices {
  readonly store: Store;
  readonly challenge: PasskeyChallenge;
  /** The statements of each round trip to the database so far. */
  readonly roundTrips: (readonly string[])[];
  readonly device: SoftwareAuthenticator;
  /** A call of Ada, who has a passkey on the device: in a session, in the middle of a sign-in, or out of nowhere. */
  inSession(): Promise<SessionCall>;
  inChallenge(): Promise<Call>;
  readonly fromNowhere: () => Call;
  close(): Promise<void>;
}

/** @param intercept Puts a store of the test's in front of the one that writes. */
export async function openPasskeyServices(
  make: MakeDatabase,
  traits: Partial<Traits> = {},
  intercept: (store: Store) => Partial<Store> = () => ({}),
): Promise<PasskeyServices> {
  const { url, remove } = await make();
  const roundTrips: (readonly string[])[] = [];
  const real = sqlStore(openDatabase(url, (statements) => roundTrips.push(statements)));
  await real.migrate(START);
  const store: Store = { ...real, ...intercept(real) };
  const [ada] = people();
  if (!ada) throw new Error('nobody is there');
  const users = { find: () => Promise.resolve(ada) };
  const ring = await openKeyRing(generateKeyRing());
  const devices = createRememberedDevices(store, undefined);
  const requirements = createRequirements({ store, settings: BY_DEFAULT });
  const sessions = createSessions({
    store,
    users,
    limits: { absolute: DAY, idle: HOUR },
    rememberDevice: devices.allowed,
    requirements,
  });
  const recoveryCodes = createRecoveryCodes({ store, hasher: quickHasher, ring });
  const ceremonies = createCeremonies(store, party);
  const completion = createCompletion({ store, sessions, devices });
  const challenge = createPasskeyChallenge({ store, users, sessions, ceremonies, completion, party });
  const signIn = createSignIn({ store, users, sessions, devices, requirements });
  const enrolment = createPasskeyEnrolment({ store, ceremonies, party, sessions, recoveryCodes });
  const device = new SoftwareAuthenticator({ origin: ORIGIN, ...traits });

  const origin = { now: START, requestId: newId(), ip: '192.0.2.7', userAgent: 'a browser' };
  const fromNowhere = (): Call => ({ origin, parameters: {}, query: undefined, body: undefined });

  async function sessionOf({ cookies }: SignInOutcome): Promise<SessionCall> {
    const session = await sessions.resume(cookies.session?.value ?? '', START);
    if (!session) throw new Error('no session was opened');
    return { ...fromNowhere(), session };
  }

  const call = await sessionOf(await signIn.begin(ada, origin, {}));
  const made = device.create(await enrolment.options(call, undefined, false));
  await enrolment.add(call, registrationResponse.parse(made), undefined);

  return {
    store,
    challenge,
    roundTrips,
    device,
    fromNowhere,
    async inSession() {
      const options = await challenge.signInOptions(fromNowhere());
      return sessionOf(await challenge.signIn(fromNowhere(), answerTo(device, options)));
    },
    async inChallenge() {
      const { cookies } = await signIn.begin(ada, origin, {});
      const pending = await sessions.resumePending(cookies.pending?.value ?? '', START);
      if (!pending) throw new Error('no sign-in is pending');
      return { ...fromNowhere(), pending };
    },
    async close() {
      await real.close();
      await remove();
    },
  };
}

/** As it looks after the body was parsed. */
export function answerTo(
  device: SoftwareAuthenticator,
  options: PublicKeyCredentialRequestOptionsJSON,
  bend: AssertionBend = {},
): ReturnType<typeof assertionResponse.parse> {
  const made: AuthenticationResponseJSON = device.get(options, bend);
  return assertionResponse.parse(made);
}
