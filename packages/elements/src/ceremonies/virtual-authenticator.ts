/*
 * Runs in the process that drives a browser, not in a page. Chromium's virtual authenticators, over the DevTools protocol: they need no touch
 * unless told otherwise. A request of autofill they answer at once, without any field having the focus: a test of it proves the flow behind
 * it, not that the browser offers anything to click.
 */

/**
 * How a page's DevTools are spoken to: with Playwright `await page.context().newCDPSession(page)`, with Puppeteer
 * `await page.createCDPSession()`. The authenticator is gone when the session ends.
 */
export interface DevTools {
  send(command: WebAuthnCommand, parameters?: object): Promise<unknown>;
}

type WebAuthnCommand =
  | 'WebAuthn.enable'
  | 'WebAuthn.addVirtualAuthenticator'
  | 'WebAuthn.removeVirtualAuthenticator'
  | 'WebAuthn.getCredentials'
  | 'WebAuthn.addCredential'
  | 'WebAuthn.removeCredential'
  | 'WebAuthn.setUserVerified'
  | 'WebAuthn.setAutomaticPresenceSimulation'
  | 'WebAuthn.setResponseOverrideBits'
  | 'WebAuthn.setCredentialProperties';

/** What an authenticator keeps of one passkey. */
export interface KeptCredential {
  readonly credentialId: string;
  /** How often it has signed. */
  readonly signCount: number;
}

const COMMON = {
  protocol: 'ctap2',
  ctap2Version: 'ctap2_1',
  hasResidentKey: true,
  automaticPresenceSimulation: true,
} as const;

const MODELS = {
  laptop: { ...COMMON, transport: 'internal', hasUserVerification: true, isUserVerified: true },
  'security-key': { ...COMMON, transport: 'usb', hasUserVerification: true, isUserVerified: true },
  'key-without-pin': { ...COMMON, transport: 'usb', hasResidentKey: false, hasUserVerification: false },
} as const;

/**
 * `laptop` is the device's own, with a screen lock; `security-key` hangs on a key ring and has a PIN; `key-without-pin` is an old one that is
 * touched and asks for nothing else.
 */
export type AuthenticatorModel = keyof typeof MODELS;

/**
 * Plugs an authenticator into a page; it stays there over navigations.
 *
 * @param devTools of the page
 * @param model what a person would hold in their hands
 */
export async function plugIn(
  devTools: DevTools,
  model: AuthenticatorModel = 'laptop',
): Promise<VirtualAuthenticator> {
  await devTools.send('WebAuthn.enable', { enableUI: false });
  const options = MODELS[model];
  const added = await devTools.send('WebAuthn.addVirtualAuthenticator', { options });
  return new VirtualAuthenticator(devTools, (added as { authenticatorId: string }).authenticatorId);
}

/** One authenticator that is plugged into a page. */
export class VirtualAuthenticator {
  readonly #devTools: DevTools;
  /** What the browser calls it. */
  readonly id: string;

  constructor(devTools: DevTools, id: string) {
    this.#devTools = devTools;
    this.id = id;
  }

  /** The passkeys that it holds. */
  async credentials(): Promise<readonly KeptCredential[]> {
    const { credentials } = (await this.send('WebAuthn.getCredentials')) as { credentials: KeptCredential[] };
    return credentials;
  }

  /** Whether the next fingerprint is the right one. A wrong one looks to the page like a dialog that was closed. */
  async verifies(succeeds: boolean): Promise<void> {
    await this.send('WebAuthn.setUserVerified', { isUserVerified: succeeds });
  }

  /** Whether somebody touches it when it asks. Untouched, the page waits. */
  async touches(itself: boolean): Promise<void> {
    await this.send('WebAuthn.setAutomaticPresenceSimulation', { enabled: itself });
  }

  /** Takes it away, with all passkeys that it holds. */
  async unplug(): Promise<void> {
    await this.send('WebAuthn.removeVirtualAuthenticator');
  }

  /** Says to the browser whatever else the protocol can say about this authenticator. */
  async send(command: WebAuthnCommand, parameters: object = {}): Promise<unknown> {
    return this.#devTools.send(command, { authenticatorId: this.id, ...parameters });
  }
}
