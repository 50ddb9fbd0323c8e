import type { EnrollStrings } from '../en/enroll.js';

export const enroll: EnrollStrings = {
  heading: {
    choice: 'Proteja su cuenta',
    passkey: 'Configurar una llave de acceso',
    totp: 'Configurar una aplicación de autenticación',
  },
  description: {
    choice: 'Elija cómo confirmar su identidad. Ya nadie podrá iniciar sesión solo con su contraseña.',
    passkey:
      'Inicie sesión con su huella dactilar, su rostro o el bloqueo de pantalla. No hay nada que escribir.',
    totp: 'Una aplicación en su teléfono muestra un código nuevo cada 30 segundos. Ya nadie podrá iniciar sesión solo con su contraseña.',
  },
  use: { passkey: 'Usar una llave de acceso', totp: 'Usar una aplicación de autenticación' },
  useHelp: {
    passkey:
      'Su huella dactilar, su rostro, el bloqueo de pantalla o una llave de seguridad. Nada que escribir.',
    totp: 'Un código de una aplicación en su teléfono. Sirve cualquier aplicación de autenticación.',
  },
  prompting: 'Siga los pasos que muestra su navegador…',
  sharedComputer:
    'En un equipo compartido, no deje que nadie vea su pantalla y no guarde en él ninguna llave de acceso ni códigos de recuperación.',
  start: 'Configurar',
  working: 'Un momento…',
  noMethods: 'Aquí no hay nada que configurar.',
  doneHeading: {
    passkey: 'Su llave de acceso está configurada',
    totp: 'Su aplicación de autenticación está configurada',
  },
  done: {
    passkey: 'A partir de ahora, puede iniciar sesión solo con ella.',
    totp: 'A partir de ahora, al iniciar sesión confirmará con un código de la aplicación.',
  },
};
