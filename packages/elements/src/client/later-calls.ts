import type { LaterCalls, MfaClient } from './mfa-client.js';
import type { SessionView, TotpConfirmation, PasskeyAddition } from './views.js';

/**
 * Calls of the HTTP client that take a click, mostly also a panel, or a link out of a mail: no page has to have them before.
 *
 * @param announce takes the session view that came with an answer.
 */
export function laterCalls(
  call: MfaClient['call'],
  announce: (session: SessionView) => SessionView,
): LaterCalls {
  return {
    endSession: (id, options) => call('DELETE', pathOf('sessions', id), {}, options),
    endOtherSessions: (options) => call('DELETE', '/sessions', {}, options),

    forgetDevice: (id, options) => call('DELETE', pathOf('devices', id), {}, options),
    forgetAllDevices: (options) => call('DELETE', '/devices', {}, options),

    requestRecovery: (login, options) => call('POST', '/recovery', { login }, options),
    openRecovery: (token, options) => call('POST', '/recovery/open', { token }, options),
    recoveryStatus: (token, options) => call('POST', '/recovery/status', { token }, options),
    cancelRecovery: (token, options) => call('POST', '/recovery/cancel', { token }, options),
    async completeRecovery(token, password, options) {
      return announce(await call('POST', '/recovery/complete', { token, password }, options));
    },

    startTotp: (options) => call('POST', '/totp', {}, options),
    async confirmTotp(id, code, name, options) {
      const body = { code, ...(name && { name }) };
      const path = `${pathOf('totp', id)}/confirm`;
      const confirmation = await call<TotpConfirmation>('POST', path, body, options);
      announce(confirmation.session);
      return confirmation;
    },
    renameTotp: (id, name, options) => call('PATCH', pathOf('totp', id), { name }, options),
    removeTotp: (id, options) => call('DELETE', pathOf('totp', id), {}, options),
    removeAllFactors: (options) => call('DELETE', '/factors', {}, options),

    passkeys: (options) => call('GET', '/passkeys', undefined, options),
    passkeyOptions: (wanted = {}, options) => call('POST', '/passkeys/options', wanted, options),
    async addPasskey(response, name, options) {
      const body = { response, ...(name && { name }) };
      const addition = await call<PasskeyAddition>('POST', '/passkeys', body, options);
      announce(addition.session);
      return addition;
    },
    renamePasskey: (id, name, options) => call('PATCH', pathOf('passkeys', id), { name }, options),
    removePasskey: (id, options) => call('DELETE', pathOf('passkeys', id), {}, options),

    regenerateRecoveryCodes: (options) => call('POST', '/recovery-codes', {}, options),
    confirmRecoveryCodes: (options) => call('POST', '/recovery-codes/confirm', {}, options),

    reportActivity: (id, options) => call('POST', `${pathOf('activity', id)}/report`, {}, options),
  };
}

function pathOf(what: string, id: string): string {
  return `/${what}/${encodeURIComponent(id)}`;
}
