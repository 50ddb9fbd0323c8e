// Authenticators that a test plugs into its own page: Chromium's virtual ones, over the DevTools protocol. They confirm their
// user's presence by themselves. Of autofill they prove nothing but the request: it resolves at once, without any field.

/**
 * @typedef {import('playwright-core').CDPSession} Session
 * @typedef {{ action: 'add', options?: object }
 *   | { action: 'remove' | 'credentials', authenticatorId: string }
 *   | { action: 'verify-user', authenticatorId: string, succeeds: boolean }} Request
 */

/** A device's own authenticator with a screen lock: the most common case. */
const laptop = {
  protocol: 'ctap2',
  ctap2Version: 'ctap2_1',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
};

/**
 * Serves the command `webauthn`; tests call it through `packages/elements/src/foundation/testing/virtual-authenticator.ts`.
 *
 * @returns {import('@web/test-runner').TestRunnerPlugin<Request>}
 */
export function virtualAuthenticators() {
  /** @type {Map<string, Promise<Session>>} by the id of the test's own session */
  const sessions = new Map();

  /**
   * @param {Pick<import('@web/test-runner').TestSession, 'id' | 'browser'>} testSession
   * @returns {Promise<Session>}
   */
  async function connect({ id, browser }) {
    if (!('getPage' in browser)) throw new TypeError(`${browser.name} has no virtual authenticators`);
    const page = /** @type {import('playwright-core').Page} */ (
      /** @type {{ getPage(id: string): unknown }} */ (browser).getPage(id)
    );
    const session = await page.context().newCDPSession(page);
    await session.send('WebAuthn.enable', { enableUI: false });
    return session;
  }

  return {
    name: 'virtual-authenticators',
    async executeCommand({ command, payload, session: testSession }) {
      if (command !== 'webauthn' || payload === undefined) return undefined;
      const connecting = sessions.get(testSession.id) ?? connect(testSession);
      sessions.set(testSession.id, connecting);
      const session = await connecting;
      switch (payload.action) {
        case 'add':
          return session.send('WebAuthn.addVirtualAuthenticator', {
            options:
              /** @type {typeof laptop & { protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal' }} */ ({
                ...laptop,
                ...payload.options,
              }),
          });
        case 'remove':
          await session.send('WebAuthn.removeVirtualAuthenticator', payload);
          return true;
        case 'credentials':
          return session.send('WebAuthn.getCredentials', payload);
        case 'verify-user': {
          const { authenticatorId, succeeds } = payload;
          await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: succeeds });
          return true;
        }
      }
    },
  };
}
