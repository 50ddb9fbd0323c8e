import type { PasskeyChangesStrings } from '../en/passkey-changes.js';

export const passkeyChanges: PasskeyChangesStrings = {
  where: '¿Dónde se debe guardar?',
  kind: {
    'this-device': 'En este dispositivo',
    phone: 'En un teléfono o una tableta',
    'security-key': 'En una llave de seguridad',
  },
  kindHelp: {
    'this-device': 'Con su lector de huellas, su cámara o su bloqueo de pantalla.',
    phone: 'Escanee un código con ese dispositivo. Debe estar cerca de usted.',
    'security-key': 'Una pequeña llave que se conecta o se acerca al dispositivo.',
  },
  noPlatform: 'Este dispositivo no tiene un bloqueo de pantalla que se pueda usar. Elija otro lugar.',
  shared:
    '¿Es un equipo compartido o público? Entonces no guarde en él una llave de acceso: use su teléfono o una llave de seguridad.',
  waiting: 'Siga los pasos que muestra su navegador…',
  addedNow: 'La llave de acceso se añadió.',
  remove: 'Eliminar',
  removeAsk: (name) => `¿Eliminar ${name}? Ya no podrá iniciar sesión con esta llave de acceso.`,
  removeCurrentAsk: (name) =>
    `¿Eliminar ${name}? Es la llave de acceso que está en uso ahora. Su sesión sigue abierta, pero no podrá volver a usarla.`,
  removeLastAsk: (name) =>
    `¿Eliminar ${name}? Es su último autenticador: se desactivará la autenticación multifactor y sus códigos de recuperación dejarán de ser válidos.`,
  removeLast: 'Eliminar y desactivar',
  instead: 'Una aplicación de autenticación también protege su cuenta y funciona en todas partes.',
  useApp: 'Configurar una aplicación de autenticación',
};
