import { expect } from '@open-wc/testing';
import { MfaError } from '../client/mfa-error.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { VirtualAuthenticator } from '../foundation/testing/virtual-authenticator.js';
import { browserCeremonies } from './browser-ceremonies.js';
import type { CreationOptions, RequestOptions } from './ceremonies.js';

function randomBytes(count: number): string {
  const bytes = String.fromCharCode(...crypto.getRandomValues(new Uint8Array(count)));
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

const userId = randomBytes(64);

const creation = (changes: Partial<CreationOptions> = {}): CreationOptions => ({
  challenge: randomBytes(32),
  rp: { id: 'localhost', name: 'Acme Notes' },
  user: { id: userId, name: 'ada@example.com', displayName: 'Ada' },
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
  authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  ...changes,
});

const request = (changes: Partial<RequestOptions> = {}): RequestOptions => ({
  challenge: randomBytes(32),
  rpId: 'localhost',
  userVerification: 'required',
  ...changes,
});

async function codeOf(ceremony: Promise<unknown>): Promise<string> {
  try {
    await ceremony;
  } catch (error) {
    return error instanceof MfaError ? error.code : `no MfaError: ${String(error)}`;
  }
  return 'done';
}

/** The flags byte that the authenticator signed: user present 0x01, user verified 0x04. */
function flagsOf(authenticatorData: string): number {
  const bytes = atob(authenticatorData.replaceAll('-', '+').replaceAll('_', '/'));
  return bytes.charCodeAt(32);
}

/** Puts something in place of a property of the browser until the test is over. */
const replaced: (() => void)[] = [];
function replace(owner: object, name: string, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true, value });
  replaced.push(() => {
    if (before) Object.defineProperty(owner, name, before);
    else Reflect.deleteProperty(owner, name);
  });
}

afterEach(() => {
  for (const restore of replaced.splice(0)) restore();
});

describe('ceremonies with an authenticator', () => {
  let authenticators: VirtualAuthenticator[] = [];

  async function plugIn(
    ...options: Parameters<typeof VirtualAuthenticator.plugIn>
  ): Promise<VirtualAuthenticator> {
    const authenticator = await VirtualAuthenticator.plugIn(...options);
    authenticators.push(authenticator);
    return authenticator;
  }

  afterEach(async () => {
    await Promise.all(authenticators.map((each) => each.unplug()));
    authenticators = [];
  });

  it('make a passkey and prove with it, naming nobody', async () => {
    const authenticator = await plugIn();
    const made = await browserCeremonies.create(creation());
    expect(made.response.transports).to.include('internal');
    expect(await authenticator.count()).to.equal(1);
    const proof = await browserCeremonies.get(request());
    expect(proof.id).to.equal(made.id);
    expect(proof.rawId).to.equal(made.rawId);
    expect(proof.response.userHandle).to.equal(userId);
    expect(flagsOf(proof.response.authenticatorData) & 0x05).to.equal(0x05);
  });

  it('prove with the one of two keys that is asked for', async () => {
    await plugIn({ transport: 'usb' });
    const first = await browserCeremonies.create(creation());
    await authenticators.shift()?.unplug();
    await plugIn({ transport: 'usb' });
    const second = await browserCeremonies.create(creation());
    expect(second.id).to.not.equal(first.id);
    const allowCredentials = [first, second].map(({ id }) => ({ id, type: 'public-key' as const }));
    expect((await browserCeremonies.get(request({ allowCredentials }))).id).to.equal(second.id);
  });

  it('W4: prove without user verification where a key has none', async () => {
    await plugIn({ transport: 'usb', hasUserVerification: false });
    const secondFactor = { residentKey: 'discouraged', userVerification: 'preferred' } as const;
    const { id } = await browserCeremonies.create(creation({ authenticatorSelection: secondFactor }));
    const allowCredentials = [{ id, type: 'public-key' as const }];
    const proof = await browserCeremonies.get(request({ userVerification: 'preferred', allowCredentials }));
    expect(flagsOf(proof.response.authenticatorData) & 0x05).to.equal(0x01);
  });

  it('say that the device has a passkey already', async () => {
    await plugIn();
    const { id } = await browserCeremonies.create(creation());
    const again = creation({ excludeCredentials: [{ id, type: 'public-key' }] });
    expect(await codeOf(browserCeremonies.create(again))).to.equal('already-registered');
  });

  it('count a person who is not recognised as one who cancelled', async () => {
    const authenticator = await plugIn();
    await browserCeremonies.create(creation());
    await authenticator.verifiesUser(false);
    expect(await codeOf(browserCeremonies.get(request()))).to.equal('cancelled');
  });

  it('refuse a passkey of another domain', async () => {
    await plugIn();
    expect(await codeOf(browserCeremonies.get(request({ rpId: 'example.org' })))).to.equal('wrong-origin');
  });

  it('tell what the device can do', async () => {
    await plugIn();
    const { platform, autofill } = await browserCeremonies.capabilities();
    expect({ platform, autofill }).to.deep.equal({ platform: true, autofill: true });
  });
});

describe('ceremonies: one at a time, and never by themselves', () => {
  const timing = withManualTiming();
  /** What the page asked of the browser, whose promise settles only when the test or the signal says so. */
  let asked: { options: CredentialRequestOptions; fail: (name: string) => void }[];

  beforeEach(() => {
    asked = [];
    const ask = (options: CredentialRequestOptions): Promise<never> =>
      new Promise((_, reject) => {
        const fail = (name: string): void => {
          reject(new DOMException('refused', name));
        };
        options.signal?.addEventListener('abort', () => {
          fail('AbortError');
        });
        asked.push({ options, fail });
      });
    replace(navigator.credentials, 'get', ask);
    replace(navigator.credentials, 'create', ask);
  });

  it('give the one before up, which ends as aborted', async () => {
    const first = codeOf(browserCeremonies.get(request(), { conditional: true }));
    const second = codeOf(browserCeremonies.get(request()));
    expect(await first).to.equal('aborted');
    expect(asked.map(({ options }) => options.mediation)).to.deep.equal(['conditional', undefined]);
    expect(asked[1]?.options.signal?.aborted).to.equal(false);
    asked[1]?.fail('NotAllowedError');
    expect(await second).to.equal('cancelled');
    expect(asked).to.have.lengthOf(2);
  });

  it('end as aborted when the page gives them up', async () => {
    const page = new AbortController();
    const ceremony = codeOf(browserCeremonies.create(creation(), { signal: page.signal }));
    page.abort();
    expect(await ceremony).to.equal('aborted');
  });

  it('tell a time-out from a cancellation by the clock: browsers do not', async () => {
    const quick = codeOf(browserCeremonies.get(request({ timeout: 300_000 })));
    timing().advance(299_999);
    asked[0]?.fail('NotAllowedError');
    expect(await quick).to.equal('cancelled');
    const slow = codeOf(browserCeremonies.get(request({ timeout: 300_000 })));
    timing().advance(300_000);
    asked[1]?.fail('NotAllowedError');
    expect(await slow).to.equal('timed-out');
  });

  for (const [name, code] of [
    ['InvalidStateError', 'already-registered'],
    ['NotSupportedError', 'not-supported'],
    ['ConstraintError', 'not-supported'],
    ['SecurityError', 'wrong-origin'],
    ['UnknownError', 'unknown'],
    ['TypeError', 'unknown'],
  ] as const) {
    it(`call ${name} ${code}`, async () => {
      const ceremony = codeOf(browserCeremonies.create(creation()));
      asked[0]?.fail(name);
      expect(await ceremony).to.equal(code);
    });
  }
});

describe('ceremonies where there can be none', () => {
  it('are in the way of nothing on this page', () => {
    expect(browserCeremonies.obstacle()).to.equal(undefined);
  });

  it('say that the page is not secure, before anything else', async () => {
    replace(globalThis, 'isSecureContext', false);
    replace(globalThis, 'PublicKeyCredential', undefined);
    expect(browserCeremonies.obstacle()).to.equal('insecure');
    expect(await codeOf(browserCeremonies.get(request()))).to.equal('insecure');
  });

  it('say that the browser knows no passkeys', async () => {
    replace(globalThis, 'PublicKeyCredential', undefined);
    expect(browserCeremonies.obstacle()).to.equal('not-supported');
    expect(await codeOf(browserCeremonies.create(creation()))).to.equal('not-supported');
    expect(await browserCeremonies.capabilities()).to.deep.equal({
      platform: false,
      autofill: false,
      upgrade: false,
    });
  });

  it('say that the page around the frame does not let it', async () => {
    replace(document, 'featurePolicy', { allowsFeature: () => false });
    expect(browserCeremonies.obstacle()).to.equal('framed');
    expect(await codeOf(browserCeremonies.get(request()))).to.equal('framed');
  });

  it('believe in silent creation only where the browser says so', async () => {
    replace(PublicKeyCredential, 'getClientCapabilities', () => Promise.resolve({ conditionalCreate: true }));
    expect((await browserCeremonies.capabilities()).upgrade).to.equal(true);
    replace(PublicKeyCredential, 'getClientCapabilities', () => Promise.reject(new TypeError()));
    expect((await browserCeremonies.capabilities()).upgrade).to.equal(false);
  });
});

describe('signals to the password manager', () => {
  const details = { rpId: 'localhost', credentialId: 'YWJj' };

  it('pass the details on as they are', async () => {
    const told: unknown[] = [];
    replace(PublicKeyCredential, 'signalUnknownCredential', (given: unknown) => {
      told.push(given);
      return Promise.resolve();
    });
    await browserCeremonies.signal('unknownCredential', details);
    expect(told).to.deep.equal([details]);
  });

  it('never fail: neither refused, nor in a browser without them, nor without passkeys', async () => {
    replace(PublicKeyCredential, 'signalUnknownCredential', () => Promise.reject(new TypeError()));
    await browserCeremonies.signal('unknownCredential', details);
    replace(PublicKeyCredential, 'signalUnknownCredential', undefined);
    await browserCeremonies.signal('unknownCredential', details);
    replace(globalThis, 'PublicKeyCredential', undefined);
    await browserCeremonies.signal('unknownCredential', details);
    expect(browserCeremonies.obstacle()).to.equal('not-supported');
  });
});
