import type { PasskeySignInStrings } from '../en/passkey-sign-in.js';

export const passkeySignIn: PasskeySignInStrings = {
  signIn: 'Entrar com uma chave de acesso',
  waiting: 'Aguardando sua chave de acesso…',
  signedIn: 'Você entrou na sua conta.',
};
