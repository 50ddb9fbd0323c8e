import { EventEmitter, once } from 'node:events';
import {
  plugIn as plugVirtualIn,
  VirtualAuthenticator,
  type AuthenticatorModel,
} from '@mfa-kit/elements/virtual-authenticator';
import type { Page } from 'playwright-core';
import { PATIENCE_MILLISECONDS } from './browser.ts';

/** One authenticator that is plugged into a page, with what only a broken one does, or an attacker's. */
export class Authenticator extends VirtualAuthenticator {
  /** Puts every credential back to a count of signatures, as a copy from an old backup would be. */
  async rewind(signatures: number): Promise<void> {
    for (const credential of await this.credentials()) {
      await this.send('WebAuthn.removeCredential', { credentialId: credential.credentialId });
      await this.send('WebAuthn.addCredential', { credential: { ...credential, signCount: signatures } });
    }
  }

  /** Makes the next answers wrong in one point, or right again: a signature that is none, nobody there, nobody recognised. */
  async lies(about: 'signature' | 'presence' | 'person' | undefined): Promise<void> {
    await this.send('WebAuthn.setResponseOverrideBits', {
      isBogusSignature: about === 'signature',
      isBadUP: about === 'presence',
      isBadUV: about === 'person',
    });
  }

  /** Claims of every credential that it is backed up, which was not so when it was made. */
  async claimsBackup(): Promise<void> {
    for (const { credentialId } of await this.credentials())
      await this.send('WebAuthn.setCredentialProperties', {
        credentialId,
        backupEligibility: true,
        backupState: true,
      });
  }
}

/** Plugs an authenticator into a page; it stays there over navigations. */
export async function plugIn(page: Page, model: AuthenticatorModel): Promise<Authenticator> {
  const session = await page.context().newCDPSession(page);
  const { id } = await plugVirtualIn(session, model);
  return new Authenticator(session, id);
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
