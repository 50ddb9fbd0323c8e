import { createHash, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { decodeAttestationObject, isoCBOR } from '@simplewebauthn/server/helpers';
import type { Credential } from './software-authenticator.ts';

/** One value in the encoding of certificates (DER). */
function der(tag: number, ...contents: readonly (Buffer | string)[]): Buffer {
  const content = Buffer.concat(contents.map((part) => Buffer.from(part)));
  const long = content.length.toString(16);
  const length =
    content.length < 0x80
      ? Buffer.of(content.length)
      : Buffer.concat([
          Buffer.of(0x80 | Math.ceil(long.length / 2)),
          Buffer.from(long.length % 2 ? `0${long}` : long, 'hex'),
        ]);
  return Buffer.concat([Buffer.of(tag), length, content]);
}

const sequence = (...contents: readonly Buffer[]): Buffer => der(0x30, ...contents);
const whole = (value: number): Buffer => der(0x02, Buffer.of(value));
const level = (value: number): Buffer => der(0x0a, Buffer.of(value));
/** An object identifier, as its bytes are written. */
const named = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const octets = (content: Buffer): Buffer => der(0x04, content);

const ECDSA_WITH_SHA256 = sequence(named('2a8648ce3d040302'));
const COMMON_NAME = named('550403');
const REVOCATION_LISTS = named('551d1f');
const ANDROID_KEY = named('2b06010401d679020111');

const nameOf = (name: string): Buffer => sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, name))));

/** A certificate of today's, for fifty years. */
function certificate(
  { subject, key }: { readonly subject: string; readonly key: KeyObject },
  issuer: { readonly subject: string; readonly key: KeyObject },
  extensions: readonly Buffer[],
): Buffer {
  const body = sequence(
    der(0xa0, whole(2)),
    whole(1),
    ECDSA_WITH_SHA256,
    nameOf(issuer.subject),
    sequence(der(0x17, '200101000000Z'), der(0x18, '20700101000000Z')),
    nameOf(subject),
    createPublicKey(key).export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = sign('sha256', body, issuer.key);
  return sequence(body, ECDSA_WITH_SHA256, der(0x03, Buffer.of(0), signature));
}

/** What Android says of a key: whose challenge it was made for, and nothing else of interest. */
const keyDescription = (challenge: Buffer): Buffer =>
  sequence(
    ANDROID_KEY,
    octets(
      sequence(
        whole(3),
        level(1),
        whole(4),
        level(1),
        octets(challenge),
        octets(Buffer.of()),
        sequence(),
        sequence(),
      ),
    ),
  );

const revocationList = (url: string): Buffer =>
  sequence(REVOCATION_LISTS, octets(sequence(sequence(der(0xa0, der(0xa0, der(0x86, url)))))));

/**
 * The response with the statement that an Android phone would make of the passkey: certificates up to a root, here of the caller's own making.
 *
 * @param url Where the certificates say that revoked ones are listed.
 */
export function certified(
  response: RegistrationResponseJSON,
  { privateKey }: Credential,
  url: string,
): RegistrationResponseJSON {
  const { attestationObject, clientDataJSON } = response.response;
  const authData = decodeAttestationObject(new Uint8Array(Buffer.from(attestationObject, 'base64url'))).get(
    'authData',
  );
  const challenge = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest();
  const root = { subject: 'root', key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey };
  const chain = [
    certificate({ subject: 'key', key: privateKey }, root, [keyDescription(challenge), revocationList(url)]),
    certificate(root, root, [revocationList(url)]),
  ];
  const signature = sign('sha256', Buffer.concat([authData, challenge]), privateKey);
  const statement = new Map<string, number | Uint8Array | Uint8Array[]>([
    ['alg', -7],
    ['sig', new Uint8Array(signature)],
    ['x5c', chain.map((made) => new Uint8Array(made))],
  ]);
  const made = isoCBOR.encode(
    new Map<string, string | Uint8Array | typeof statement>([
      ['fmt', 'android-key'],
      ['attStmt', statement],
      ['authData', authData],
    ]),
  );
  return {
    ...response,
    response: { ...response.response, attestationObject: Buffer.from(made).toString('base64url') },
  };
}
