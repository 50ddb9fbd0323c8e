import type {} from '@mfa-kit/elements/types/angular';
import type { MfaPasskeyRevokedEvent } from '@mfa-kit/elements/events';
import type { MfaSignIn } from '@mfa-kit/elements/mfa-sign-in';

/** As Angular's compiler asks of each tag in a template: an element by its name, and listeners by the name of their event. */
export function allowed(): void {
  const signIn: MfaSignIn = document.createElement('mfa-sign-in');
  signIn.heading = 'Welcome';
  signIn.addEventListener('mfa-signed-in', (event) => void event.composedPath());
  document
    .createElement('mfa-settings')
    .addEventListener('mfa-passkey-revoked', (event: MfaPasskeyRevokedEvent) => void event.type);
}

export function refused(): void {
  const signIn = document.createElement('mfa-sign-in');
  // @ts-expect-error a heading is text
  signIn.heading = 4;
  // @ts-expect-error its event carries no code
  document.createElement('mfa-code-input').addEventListener('mfa-code-complete', (event) => event.code);
  // @ts-expect-error there is no such tag, so it has nothing of its own
  document.createElement('mfa-sing-in').heading = 'Welcome';
}
