import type { SignInStrings } from '../en/sign-in.js';

export const signIn: SignInStrings = {
  heading: 'Iniciar sesión',
  login: 'Correo electrónico',
  password: 'Contraseña',
  show: 'Mostrar',
  showPassword: 'Mostrar contraseña',
  hide: 'Ocultar',
  hidePassword: 'Ocultar contraseña',
  submit: 'Iniciar sesión',
  submitting: 'Iniciando sesión…',
  signedIn: 'Ha iniciado sesión',
  signedInAs: (name) => `Ha iniciado sesión como ${name}`,
};
