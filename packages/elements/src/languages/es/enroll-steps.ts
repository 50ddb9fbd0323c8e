import type { EnrollStepsStrings } from '../en/enroll-steps.js';

export const enrollSteps: EnrollStepsStrings = {
  because: {
    'recovery-code':
      'Ha iniciado sesión con un código de recuperación. Antes de continuar, configure de nuevo un autenticador para poder iniciar sesión la próxima vez. Tiene una hora para hacerlo.',
    'account-recovery':
      'Ha recuperado el acceso a su cuenta. Antes de continuar, configure de nuevo un autenticador para poder iniciar sesión la próxima vez. Tiene una hora para hacerlo.',
    other: 'Antes de continuar, configure un autenticador para su cuenta.',
  },
  scanHeading: 'Conecte su aplicación',
  scan: 'Escanee este código QR con su aplicación de autenticación.',
  qr: 'Código QR para su aplicación de autenticación',
  cannotScan: '¿No puede escanearlo? Introduzca esta clave en la aplicación:',
  copyKey: 'Copiar la clave',
  copied: 'Copiado',
  copyFailed: 'Aquí no es posible copiar. Seleccione la clave y cópiela a mano.',
  openApp: 'Abrir en la aplicación de autenticación',
  name: 'Póngale un nombre a la aplicación, si lo desea',
  code: 'Introduzca el código que muestra la aplicación',
  missing: 'Introduzca los seis dígitos.',
  wrong: 'El código no es correcto. Espere uno nuevo en su aplicación e inténtelo de nuevo.',
  clock:
    '¿Se sigue rechazando? Compruebe que la hora de su teléfono se ajusta automáticamente: los códigos dependen de ella.',
  verify: 'Confirmar',
  verifying: 'Comprobando…',
  resumeHeading: 'Termine de configurar su aplicación',
  resume: 'La aplicación ya se conectó. Solo falta el código.',
  newQr: 'Mostrar un nuevo código QR',
  ending: 'Esto caduca en un minuto. Si necesita más tiempo, muestre un nuevo código QR.',
  startAgain: 'Empezar de nuevo',
  waited: 'Ya puede intentarlo de nuevo.',
  choose: 'Elegir otra forma',
  oldHeading: '¿Eliminar los autenticadores anteriores?',
  old: 'Su nuevo autenticador funciona. Elimine los que haya perdido o ya no use.',
  remove: 'Eliminar',
  removed: (name) => `Se eliminó ${name}.`,
  finish: 'Listo',
};
