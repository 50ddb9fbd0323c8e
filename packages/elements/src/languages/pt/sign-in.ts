import type { SignInStrings } from '../en/sign-in.js';

export const signIn: SignInStrings = {
  heading: 'Entrar',
  login: 'Endereço de e-mail',
  password: 'Senha',
  show: 'Mostrar',
  showPassword: 'Mostrar senha',
  hide: 'Ocultar',
  hidePassword: 'Ocultar senha',
  submit: 'Entrar',
  submitting: 'Entrando…',
  signedIn: 'Você entrou na sua conta',
  signedInAs: (name) => `Você entrou como ${name}`,
};
