import type { ChallengeStrings } from '../en/challenge.js';

export const challenge: ChallengeStrings = {
  heading: 'Introduzca su código',
  headingPasskey: 'Confirme con su llave de acceso',
  headingStepUp: 'Confirme su identidad',
  describe: {
    passkey: 'Use su huella dactilar, su rostro, el bloqueo de pantalla o una llave de seguridad.',
    totp: 'Abra su aplicación de autenticación e introduzca el código que muestra.',
    'recovery-code': 'Introduzca uno de los códigos de recuperación que guardó. Cada uno sirve una sola vez.',
    password: 'Introduzca su contraseña para continuar.',
  },
  label: {
    totp: 'Código de su aplicación de autenticación',
    'recovery-code': 'Código de recuperación',
    password: 'Contraseña',
  },
  use: {
    passkey: 'Usar su llave de acceso',
    totp: 'Usar su aplicación de autenticación',
    'recovery-code': 'Usar un código de recuperación',
    password: 'Usar su contraseña',
  },
  verify: 'Verificar',
  verifying: 'Comprobando…',
  verified: 'Confirmado',
  rememberDevice: 'Omitir este paso en este dispositivo durante 30 días',
  lostDevice: '¿Ha perdido su dispositivo?',
  lostDeviceHelp:
    'Use un código de recuperación si los guardó. Si no tiene ninguno, pida ayuda a los responsables de este servicio para recuperar el acceso.',
  noMethods:
    'Aquí todavía no hay ninguna forma de confirmar su identidad. Configure primero la verificación en dos pasos.',
  startAgain: 'Empezar de nuevo',
};
