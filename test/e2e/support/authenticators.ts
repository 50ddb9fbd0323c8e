import { EventEmitter, once } from 'node:events';
import type { Page } from 'playwright-core';
import { PATIENCE_MILLISECONDS } from './browser.ts';

/*
 * Chromium's virtual authenticators, over the DevTools protocol. They touch themselves. A request of autofill they answer at once, without any
 * field having the focus: a test of it proves the flow behind it, not that the browser offers anything to click.
 */

/** One authenticator that is plugged into a page. */
export interface Authenticator {
  credentials(): Promise<readonly KeptCredential[]>;
  /** Whether the next fingerprint is the right one. A wrong one looks to the page like a dialog that was closed. */
  verifies(succeeds: boolean): Promise<void>;
  /** Whether somebody touches it when it asks. */
  touches(itself: boolean): Promise<void>;
  /** Puts every credential back to a count of signatures, as a copy from an old backup would be. */
  rewind(signatures: number): Promise<void>;
  unplug(): Promise<void>;
}

/** What it keeps of one passkey. */
export interface KeptCredential {
  readonly credentialId: string;
  readonly signCount: number;
}

const COMMON = {
  protocol: 'ctap2',
  ctap2Version: 'ctap2_1',
  hasResidentKey: true,
  automaticPresenceSimulation: true,
} as const;

const MODELS = {
  /** The device's own, with a screen lock. */
  laptop: { ...COMMON, transport: 'internal', hasUserVerification: true, isUserVerified: true },
  /** On a key ring, with a PIN. */
  'security-key': { ...COMMON, transport: 'usb', hasUserVerification: true, isUserVerified: true },
  /** An old key that is touched and asks for nothing else: it shows possession, and not who holds it. */
  'key-without-pin': { ...COMMON, transport: 'usb', hasResidentKey: false, hasUserVerification: false },
} as const;

/** Plugs an authenticator into a page; it stays there over navigations. */
export async function plugIn(page: Page, model: keyof typeof MODELS): Promise<Authenticator> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable', { enableUI: false });
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: MODELS[model],
  });
  const kept = async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials;
  return {
    credentials: kept,
    async verifies(succeeds) {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: succeeds });
    },
    async touches(itself) {
      await session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: itself });
    },
    async rewind(signatures) {
      for (const credential of await kept()) {
        const { credentialId } = credential;
        await session.send('WebAuthn.removeCredential', { authenticatorId, credentialId });
        await session.send('WebAuthn.addCredential', {
          authenticatorId,
          credential: { ...credential, signCount: signatures },
        });
      }
    },
    async unplug() {
      // The session stays attached: with it, all others would go too.
      await session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
    },
  };
}

/** What a page asked of the browser, in order, over all its navigations. */
export interface Watched {
  /** `get` and `create` open a dialog; `conditional get` is autofill, `conditional create` an upgrade. */
  readonly ceremonies: string[];
  /** Waits until one of this name is among them. */
  began(name: string): Promise<void>;
  readonly signals: { readonly name: string; readonly details: Record<string, unknown> }[];
}

/**
 * Watches what a page asks of the browser about passkeys; before its first navigation.
 *
 * @param options.autofill Whether the page finds that there is autofill, which virtual authenticators would answer at once.
 */
export async function watchCeremonies(page: Page, { autofill = false } = {}): Promise<Watched> {
  const beginnings = new EventEmitter();
  const watched: Watched = {
    ceremonies: [],
    signals: [],
    async began(name) {
      const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS);
      while (!watched.ceremonies.includes(name)) await once(beginnings, 'one', { signal });
    },
  };
  await page.exposeFunction('ceremonyBegan', (name: string) => {
    watched.ceremonies.push(name);
    beginnings.emit('one');
  });
  await page.exposeFunction(
    'signalGiven',
    (name: string, details: Record<string, unknown>) => void watched.signals.push({ name, details }),
  );
  await page.addInitScript((hasAutofill: boolean) => {
    const told = window as unknown as Record<
      'ceremonyBegan' | 'signalGiven',
      (...about: unknown[]) => Promise<void>
    >;
    // Only secure pages have them.
    const container = (navigator as { credentials?: CredentialsContainer }).credentials;
    if (!container) return;
    for (const name of ['get', 'create'] as const) {
      const ceremony = container[name].bind(container);
      container[name] = async (options?: CredentialRequestOptions & CredentialCreationOptions) => {
        await told.ceremonyBegan(options?.mediation === 'conditional' ? `conditional ${name}` : name);
        return ceremony(options);
      };
    }
    const signals = ['signalAllAcceptedCredentials', 'signalCurrentUserDetails', 'signalUnknownCredential'];
    for (const name of signals) {
      Object.assign(PublicKeyCredential, {
        [name]: (details: object) => told.signalGiven(name, details),
      });
    }
    if (!hasAutofill)
      Object.assign(PublicKeyCredential, { isConditionalMediationAvailable: () => Promise.resolve(false) });
  }, autofill);
  return watched;
}
