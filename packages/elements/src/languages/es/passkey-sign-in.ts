import type { PasskeySignInStrings } from '../en/passkey-sign-in.js';

export const passkeySignIn: PasskeySignInStrings = {
  signIn: 'Iniciar sesión con una llave de acceso',
  waiting: 'Esperando su llave de acceso…',
  signedIn: 'Ha iniciado sesión.',
};
