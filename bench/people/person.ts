import { randomBytes } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import {
  SoftwareAuthenticator,
  type Credential,
} from '../../packages/server/src/passkeys/testing/software-authenticator.ts';
import { ORIGIN } from '../load/request.ts';

/** Somebody with an authenticator app and a passkey: the same people for everybody who is measured. */
export interface Person {
  readonly number: number;
  readonly id: string;
  readonly name: string;
  /** What the authenticator app knows: 20 bytes, which are letters and digits because better-auth keeps it as text. */
  readonly secret: Buffer;
  readonly handle: string;
  readonly device: SoftwareAuthenticator;
  readonly credential: Credential;
  /** COSE, as a registration hands it over. */
  readonly publicKey: Buffer;
}

const RP_ID = 'localhost';

function newPerson(number: number): Person {
  const id = `person-${number}`;
  const name = `${id}@example.com`;
  const handle = randomBytes(64).toString('base64url');
  const device = new SoftwareAuthenticator({ origin: ORIGIN });
  device.create({
    rp: { id: RP_ID, name: 'Bench' },
    user: { id: handle, name, displayName: name },
    challenge: '',
    pubKeyCredParams: [],
  });
  const [credential] = device.credentials;
  if (!credential) throw new Error('no passkey was made');
  const publicKey = Buffer.from(isoCBOR.encode(credential.coseKey));
  return {
    number,
    id,
    name,
    secret: Buffer.from(randomBytes(10).toString('hex')),
    handle,
    device,
    credential,
    publicKey,
  };
}

export const newPeople = (count: number): readonly Person[] =>
  Array.from({ length: count }, (_, number) => newPerson(number));

/** What the person's passkey answers to a challenge of a sign-in, as the browser sends it. */
export const assertionOf = ({ device }: Person, challenge: string): unknown =>
  device.get({ challenge, rpId: RP_ID, userVerification: 'required' });
