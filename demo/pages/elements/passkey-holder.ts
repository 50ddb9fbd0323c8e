import { MfaError, type MfaClient, type Passkey, type SessionView } from '@mfa-kit/elements/client';
import { ScriptedMfaClient } from '@mfa-kit/elements/scripted-client';

/** Somebody with two passkeys, whose changes last until the specimen starts again. */
export function passkeyHolder(): MfaClient {
  const session: SessionView = { state: 'signed-in', aal: 2 };
  // They go to the scripted ceremonies and no further.
  const signals = {
    allAcceptedCredentials: { rpId: 'localhost', userId: '', allAcceptedCredentialIds: [] },
    currentUserDetails: { rpId: 'localhost', userId: '', name: '', displayName: '' },
  };
  let passkeys: Passkey[] = [
    {
      id: 'laptop',
      name: 'Work laptop',
      provider: 'Windows Hello',
      createdAt: '2026-01-12T08:05:00Z',
      lastUsedAt: new Date().toISOString(),
      synced: false,
      transports: ['internal'],
      current: true,
    },
    {
      id: 'key',
      name: 'Blue key',
      provider: 'YubiKey 5 Series',
      createdAt: '2025-06-20T12:00:00Z',
      lastUsedAt: null,
      synced: false,
      transports: ['usb', 'nfc'],
      current: false,
    },
  ];
  let made = 0;
  return new ScriptedMfaClient({
    session,
    factors: () => ({
      totp: [],
      passkeys,
      recoveryCodes: { remaining: 10, total: 10, createdAt: '2025-06-20T12:00:00Z', confirmed: true },
      pending: [],
    }),
    addPasskey: () => {
      made += 1;
      const passkey: Passkey = {
        id: `phone-${String(made)}`,
        name: 'iCloud Keychain',
        provider: 'iCloud Keychain',
        createdAt: new Date().toISOString(),
        lastUsedAt: null,
        synced: true,
        transports: ['hybrid', 'internal'],
        current: false,
      };
      passkeys = [...passkeys, passkey];
      return { passkey, session, signals };
    },
    renamePasskey: (id, name) => {
      passkeys = passkeys.map((each) => (each.id === id ? { ...each, name } : each));
      const passkey = passkeys.find((each) => each.id === id);
      if (!passkey) throw new MfaError('not_found');
      return { passkey, signals };
    },
    removePasskey: (id) => {
      passkeys = passkeys.filter((each) => each.id !== id);
      return { signals };
    },
  });
}
