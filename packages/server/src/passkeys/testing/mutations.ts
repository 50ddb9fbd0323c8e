import fc from 'fast-check';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** A response as JSON: what may be bent in it is data, not types. */
export type Json = Readonly<Record<string, unknown>>;

/** Something that is wrong with a response. */
export interface Mutation {
  readonly what: string;
  apply(response: Json): unknown;
}

/** `response.signature` → the response with another value there, or none. */
function withValue(source: Json, path: readonly string[], value: unknown): Json {
  const [name = '', ...rest] = path;
  if (rest.length > 0) return { ...source, [name]: withValue(source[name] as Json, rest, value) };
  const others = Object.entries(source).filter(([other]) => other !== name);
  return Object.fromEntries(value === undefined ? others : [...others, [name, value]]);
}

const valueAt = (source: Json, path: readonly string[]): string =>
  path.reduce<unknown>((value, name) => (value as Json)[name], source) as string;

const place = (what: string, path: string, value: (there: string) => unknown): Mutation => {
  const names = path.split('.');
  return {
    what: `${what} ${path}`,
    apply: (response) => withValue(response, names, value(valueAt(response, names))),
  };
};

/** Nothing that a browser would put where a text of base64url belongs, an object, or a fixed word. */
const wrongValue = fc.oneof(
  fc.constantFrom<unknown>(true, false, 0, -1, 1e308, '', ' ', '=', 'A=', 'ä', '\u0000', [], [{}], ['AAAA']),
  fc.string({ minLength: 1 }).map((text) => `${text}%`),
  fc.constant('A'.repeat(50_000)),
);

const removed = (paths: readonly string[]): fc.Arbitrary<Mutation> =>
  fc.constantFrom(...paths).map((path) => place('without', path, () => undefined));

const wronglyTyped = (paths: readonly string[]): fc.Arbitrary<Mutation> =>
  fc
    .tuple(fc.constantFrom(...paths), wrongValue)
    .map(([path, value]) => place(`${JSON.stringify(value).slice(0, 40)} as`, path, () => value));

const truncated = (paths: readonly string[]): fc.Arbitrary<Mutation> =>
  fc
    .tuple(fc.constantFrom(...paths), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
    .map(([path, share]) =>
      place(`${share} of`, path, (there) => there.slice(0, Math.floor(there.length * share))),
    );

const flipped = (paths: readonly string[]): fc.Arbitrary<Mutation> =>
  fc
    .tuple(
      fc.constantFrom(...paths),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.nat(7),
    )
    .map(([path, share, bit]) =>
      place(`bit ${bit} at ${share} of`, path, (there) => {
        const bytes = Buffer.from(there, 'base64url');
        const index = Math.floor(bytes.length * share);
        bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
        return bytes.toString('base64url');
      }),
    );

/** Among the last 16 bytes: how a signature's numbers are wrapped is read with some tolerance, the numbers are not. */
const flippedLate = (path: string): fc.Arbitrary<Mutation> =>
  fc.tuple(fc.integer({ min: 1, max: 16 }), fc.nat(7)).map(([back, bit]) =>
    place(`bit ${bit} of the last but ${back} of`, path, (there) => {
      const bytes = Buffer.from(there, 'base64url');
      bytes[bytes.length - back] = (bytes.at(-back) ?? 0) ^ (1 << bit);
      return bytes.toString('base64url');
    }),
  );

const replaced = (paths: readonly string[]): fc.Arbitrary<Mutation> =>
  fc
    .tuple(fc.constantFrom(...paths), fc.uint8Array({ minLength: 1, maxLength: 200 }))
    .map(([path, bytes]) => place('random bytes as', path, () => Buffer.from(bytes).toString('base64url')));

/** No response at all. */
const somethingElse = fc
  .jsonValue({ maxDepth: 5 })
  .map((value): Mutation => ({ what: `${JSON.stringify(value).slice(0, 60)} alone`, apply: () => value }));

const IDS = ['id', 'rawId', 'type'];

export const brokenAssertion: fc.Arbitrary<Mutation> = (() => {
  const signed = ['response.clientDataJSON', 'response.authenticatorData', 'response.signature'];
  const required = [...IDS, 'clientExtensionResults', 'response', ...signed, 'response.userHandle'];
  return fc.oneof(
    removed(required),
    wronglyTyped(required),
    truncated(['id', ...signed, 'response.userHandle']),
    flipped(['response.clientDataJSON', 'response.authenticatorData', 'response.userHandle']),
    flippedLate('response.signature'),
    replaced(['id', ...signed, 'response.userHandle']),
    somethingElse,
  );
})();

/** Objects that are CBOR, and no attestation. */
const strangeCbor: fc.Arbitrary<Mutation> = (() => {
  const object = 'response.attestationObject';
  const encoded = (value: Parameters<typeof isoCBOR.encode>[0]): Buffer => Buffer.from(isoCBOR.encode(value));
  const authData = fc.constantFrom<Parameters<typeof isoCBOR.encode>[0]>(
    'a text that is as long as authenticator data would be, and longer',
    7,
    [1, 2, 3],
    new Map(),
    new Uint8Array(36),
    new Uint8Array(37),
    new Uint8Array(55).fill(0xff),
    new Uint8Array(200).fill(0x5f),
  );
  const parts = fc.tuple(
    fc.constantFrom('none', 'packed', 'fido-u2f', 'tpm', 'apple', 'android-key', '?'),
    authData,
  );
  return fc.oneof(
    fc
      .constantFrom(
        // Arrays within arrays, an array and a map that claim to be endless, a text that ends early, nothing.
        Buffer.alloc(29_000, 0x81),
        Buffer.from('9bffffffffffffffff00', 'hex'),
        Buffer.from('bbffffffffffffffff0000', 'hex'),
        Buffer.from('7a7fffffff61', 'hex'),
        Buffer.from('f6', 'hex'),
        encoded(new Map()),
        encoded([]),
        encoded('none'),
      )
      .map((bytes) => place('strange CBOR as', object, () => bytes.toString('base64url'))),
    parts.map(([fmt, data]) => {
      const made = new Map<string, Parameters<typeof isoCBOR.encode>[0]>([
        ['fmt', fmt],
        ['attStmt', new Map()],
        ['authData', data],
      ]);
      return place(`${fmt} of ${JSON.stringify(data).slice(0, 30)} as`, object, () =>
        encoded(made).toString('base64url'),
      );
    }),
  );
})();

/** For one that the authenticator signs itself; where nothing is signed, a flipped bit makes another passkey and no mistake. */
export const brokenRegistration: fc.Arbitrary<Mutation> = (() => {
  const texts = ['response.clientDataJSON', 'response.attestationObject'];
  const required = [...IDS, 'clientExtensionResults', 'response', ...texts];
  return fc.oneof(
    removed(required),
    wronglyTyped(required),
    truncated(['id', ...texts]),
    flipped(['response.clientDataJSON']),
    replaced(['id', ...texts]),
    strangeCbor,
    somethingElse,
  );
})();
