import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { isoCBOR } from '@simplewebauthn/server/helpers';

export type Algorithm = 'ES256' | 'EdDSA' | 'RS256';

/** A signature of the right form over something else: the last bit is wrong. */
export function forged(made: Buffer): Buffer {
  const copy = Buffer.from(made);
  copy[copy.length - 1] = (copy.at(-1) ?? 0) ^ 1;
  return copy;
}

/** What kind of device it is. By default one whose passkeys are synced, as those of phones are. */
export interface Traits {
  /** The page that it is used on. */
  readonly origin: string;
  readonly algorithm?: Algorithm;
  /** 32 hexadecimal digits. */
  readonly aaguid?: string;
  /** Synced passkeys are backup eligible and backed up; those of security keys are neither. */
  readonly synced?: boolean;
  /** Whether it counts; what is synced does not, and shows 0 for good. */
  readonly counts?: boolean;
  /** Whether it has a PIN or a sensor; without, it proves presence and no more. */
  readonly verifiesUser?: boolean;
  readonly transports?: readonly string[];
  readonly credentialIdLength?: number;
}

/** A passkey as its authenticator keeps it. */
export interface Credential {
  readonly id: Buffer;
  readonly algorithm: Algorithm;
  readonly privateKey: KeyObject;
  readonly coseKey: Map<number, number | Uint8Array>;
  readonly rpId: string;
  readonly userHandle: string;
  counter: number;
}

/** What the browser writes; a test may put anything in its place, or leave it out with `undefined`. */
export type ClientDataChange = Readonly<Record<string, unknown>>;

export interface Flags {
  readonly userPresent: boolean;
  readonly userVerified: boolean;
  readonly backupEligible: boolean;
  readonly backedUp: boolean;
  readonly attestedData: boolean;
}

/** What a test may bend in either ceremony. Everything signed is signed as bent, so that each check is met alone. */
export interface Bend {
  readonly clientData?: ClientDataChange;
  /** The text itself, where JSON is what is wrong. */
  readonly clientDataText?: string;
  readonly flags?: Partial<Flags>;
  readonly counter?: number;
  readonly rpId?: string;
  /** Takes the place of the finished authenticator data. */
  readonly authenticatorData?: (made: Buffer) => Buffer;
  /** Takes the place of the finished signature. */
  readonly signature?: (made: Buffer) => Buffer;
  /** The id beside the signed data. */
  readonly id?: string;
  readonly rawId?: string;
}

export interface RegistrationBend extends Bend {
  /** The id inside the signed data. */
  readonly credentialId?: Buffer;
  /** Makes the key of the one passkey again for another person, as a thief of the public half would. */
  readonly credential?: Credential;
  readonly attestation?: 'none' | 'packed-self';
  readonly coseKey?: Map<number, number | Uint8Array>;
  readonly attestationObject?: (made: Buffer) => Buffer;
}

export interface AssertionBend extends Bend {
  /** Which passkey answers; by default the first that the options allow. */
  readonly credential?: Credential;
  readonly userHandle?: string | null;
}

const COSE_ALGORITHM: Readonly<Record<Algorithm, number>> = { ES256: -7, EdDSA: -8, RS256: -257 };
const NO_MODEL = '0'.repeat(32);

const bytesOf = (text: string | undefined): Uint8Array =>
  new Uint8Array(Buffer.from(text ?? '', 'base64url'));
const digest = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();

function newKey(algorithm: Algorithm): Pick<Credential, 'privateKey' | 'coseKey'> {
  const { privateKey, publicKey } =
    algorithm === 'ES256'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : algorithm === 'EdDSA'
        ? generateKeyPairSync('ed25519')
        : generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { x, y, n, e } = publicKey.export({ format: 'jwk' });
  const coseKey = new Map<number, number | Uint8Array>();
  coseKey.set(3, COSE_ALGORITHM[algorithm]);
  if (algorithm === 'ES256') coseKey.set(1, 2).set(-1, 1).set(-2, bytesOf(x)).set(-3, bytesOf(y));
  if (algorithm === 'EdDSA') coseKey.set(1, 1).set(-1, 6).set(-2, bytesOf(x));
  if (algorithm === 'RS256') coseKey.set(1, 3).set(-1, bytesOf(n)).set(-2, bytesOf(e));
  return { privateKey, coseKey };
}

/**
 * A browser and an authenticator in one, without a screen: it answers the options that the server gives as hardware would, and bends
 * whatever a test asks it to.
 */
export class SoftwareAuthenticator {
  readonly traits: Required<Traits>;
  readonly credentials: Credential[] = [];

  constructor(traits: Traits) {
    const synced = traits.synced ?? true;
    this.traits = {
      algorithm: 'ES256',
      aaguid: NO_MODEL,
      synced,
      counts: !synced,
      verifiesUser: true,
      transports: synced ? ['hybrid', 'internal'] : ['usb'],
      credentialIdLength: 32,
      ...traits,
    };
  }

  /** Makes a passkey, as `navigator.credentials.create()` does. */
  create(
    options: PublicKeyCredentialCreationOptionsJSON,
    bend: RegistrationBend = {},
  ): RegistrationResponseJSON {
    const { algorithm, credentialIdLength, transports } = this.traits;
    const credential: Credential = bend.credential ?? {
      id: bend.credentialId ?? randomBytes(credentialIdLength),
      algorithm,
      ...newKey(algorithm),
      rpId: options.rp.id ?? '',
      userHandle: options.user.id,
      counter: 0,
    };
    if (!this.credentials.includes(credential)) this.credentials.push(credential);
    const clientData = this.#clientData('webauthn.create', options.challenge, bend);
    const authenticatorData = this.#authenticatorData(credential, { attestedData: true }, bend);
    const statement = new Map<string, number | Uint8Array>();
    if (bend.attestation === 'packed-self') {
      statement.set('alg', COSE_ALGORITHM[credential.algorithm]);
      statement.set('sig', new Uint8Array(this.#sign(credential, authenticatorData, clientData, bend)));
    }
    const object = new Map<string, string | Uint8Array | typeof statement>([
      ['fmt', bend.attestation === 'packed-self' ? 'packed' : 'none'],
      ['attStmt', statement],
      ['authData', new Uint8Array(authenticatorData)],
    ]);
    const made = Buffer.from(isoCBOR.encode(object));
    const id = bend.id ?? credential.id.toString('base64url');
    return {
      id,
      rawId: bend.rawId ?? id,
      type: 'public-key',
      clientExtensionResults: { credProps: { rk: true } },
      authenticatorAttachment: this.traits.synced ? 'platform' : 'cross-platform',
      response: {
        clientDataJSON: clientData.toString('base64url'),
        attestationObject: (bend.attestationObject?.(made) ?? made).toString('base64url'),
        transports: [...transports] as RegistrationResponseJSON['response']['transports'] & object,
        // Browsers send these as well; numbers among them.
        publicKeyAlgorithm: COSE_ALGORITHM[credential.algorithm],
        authenticatorData: authenticatorData.toString('base64url'),
      },
    };
  }

  /** Uses a passkey, as `navigator.credentials.get()` does. */
  get(options: PublicKeyCredentialRequestOptionsJSON, bend: AssertionBend = {}): AuthenticationResponseJSON {
    const credential = bend.credential ?? this.#allowed(options);
    if (this.traits.counts) credential.counter += 1;
    const clientData = this.#clientData('webauthn.get', options.challenge, bend);
    const authenticatorData = this.#authenticatorData(credential, {}, bend);
    const signature = this.#sign(credential, authenticatorData, clientData, bend);
    const userHandle = bend.userHandle === undefined ? credential.userHandle : bend.userHandle;
    const id = bend.id ?? credential.id.toString('base64url');
    return {
      id,
      rawId: bend.rawId ?? id,
      type: 'public-key',
      clientExtensionResults: {},
      authenticatorAttachment: this.traits.synced ? 'platform' : 'cross-platform',
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: signature.toString('base64url'),
        ...(userHandle !== null && { userHandle }),
      },
    };
  }

  #allowed({ allowCredentials = [] }: PublicKeyCredentialRequestOptionsJSON): Credential {
    const ids = allowCredentials.map(({ id }) => id);
    const found = this.credentials.find(
      ({ id }) => ids.length === 0 || ids.includes(id.toString('base64url')),
    );
    if (!found) throw new Error('none of the passkeys of this authenticator is asked for');
    return found;
  }

  #clientData(type: string, challenge: string, { clientData, clientDataText }: Bend): Buffer {
    const written = { type, challenge, origin: this.traits.origin, crossOrigin: false, ...clientData };
    return Buffer.from(clientDataText ?? JSON.stringify(written));
  }

  #authenticatorData(credential: Credential, set: Partial<Flags>, bend: RegistrationBend): Buffer {
    const { synced, verifiesUser, aaguid } = this.traits;
    const flags: Flags = {
      userPresent: true,
      userVerified: verifiesUser,
      backupEligible: synced,
      backedUp: synced,
      attestedData: false,
      ...set,
      ...bend.flags,
    };
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(bend.counter ?? credential.counter);
    const head = [digest(bend.rpId ?? credential.rpId), Buffer.of(byteOf(flags)), counter];
    const id = bend.credentialId ?? credential.id;
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const coseKey = Buffer.from(isoCBOR.encode(bend.coseKey ?? credential.coseKey));
    const attested = flags.attestedData ? [Buffer.from(aaguid, 'hex'), length, id, coseKey] : [];
    const made = Buffer.concat([...head, ...attested]);
    return bend.authenticatorData?.(made) ?? made;
  }

  #sign(
    { algorithm, privateKey }: Credential,
    data: Buffer,
    clientData: Buffer,
    { signature }: Bend,
  ): Buffer {
    const signed = Buffer.concat([data, digest(clientData)]);
    const made = sign(algorithm === 'EdDSA' ? null : 'sha256', signed, privateKey);
    return signature?.(made) ?? made;
  }
}

const byteOf = (flags: Flags): number =>
  (flags.userPresent ? 0x01 : 0) |
  (flags.userVerified ? 0x04 : 0) |
  (flags.backupEligible ? 0x08 : 0) |
  (flags.backedUp ? 0x10 : 0) |
  (flags.attestedData ? 0x40 : 0);
