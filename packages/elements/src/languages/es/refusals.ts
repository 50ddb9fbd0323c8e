import type { RefusalStrings } from '../en/refusals.js';

export const refusals: RefusalStrings = {
  unavailable: 'Ahora mismo no es posible y no se ha cambiado nada. Inténtelo de nuevo dentro de un momento.',
  session_required: 'Su sesión está cerrada. Inicie sesión de nuevo.',
  ending: 'Este inicio de sesión caduca en un minuto. Si necesita más tiempo, empiece de nuevo.',
  challenge_expired: 'Este inicio de sesión tardó demasiado y ha caducado. Empiece de nuevo.',
  too_many_attempts: 'Demasiados intentos. Espere antes de volver a intentarlo.',
  factor_locked:
    'Esta aplicación de autenticación está bloqueada tras demasiados códigos incorrectos. Inicie sesión de otra forma y después vuelva a configurarla.',
  forbidden: 'No tiene permiso para hacer esto.',
  step_up_required: 'Para esto debe confirmar de nuevo su identidad. Inténtelo otra vez y confirme.',
  mfa_required:
    'Para esto se necesita la verificación en dos pasos. Configúrela primero e inténtelo de nuevo.',
  enrolment_required: 'Configure primero una nueva forma de iniciar sesión.',
  last_factor:
    'Es el último que cuenta, y su rol, su espacio de trabajo o su plan exige uno. Añada otro primero y después elimine este.',
  conflict: 'Al mismo tiempo cambió otra cosa. Inténtelo de nuevo.',
  factor_limit: 'Ha alcanzado el límite. Elimine alguno que ya no use e inténtelo de nuevo.',
  expired: 'Esto tardó demasiado y ha caducado. Empiece de nuevo.',
  not_found: 'Esto ya no existe. Vuelva a cargar la página para ver la situación actual.',
  validation_failed: 'Algo en este formulario no es correcto. Compruébelo e inténtelo de nuevo.',
  insecure: 'Las llaves de acceso necesitan una dirección segura que empiece por https.',
  'not-supported': 'Este navegador, dispositivo o llave no admite llaves de acceso.',
  framed:
    'Las llaves de acceso no se pueden usar dentro de otra página. Abra esta página en su propia pestaña.',
  cancelled: 'La llave de acceso no se confirmó. Puede intentarlo de nuevo.',
  'timed-out': 'Tardó demasiado. Puede intentarlo de nuevo.',
  'already-registered': 'Este dispositivo o llave ya tiene una llave de acceso para su cuenta.',
  already_registered: 'Esta llave de acceso ya forma parte de una cuenta.',
  'wrong-origin': 'Su llave de acceso no corresponde a esta dirección. Compruebe la dirección de la página.',
  unknown: 'El dispositivo no pudo usar la llave de acceso. Inténtelo de nuevo o elija otra forma.',
  passkey_rejected: 'Esta llave de acceso no se aceptó. Inténtelo de nuevo o elija otra forma.',
  forgotten:
    'Esta llave de acceso ya no funciona aquí; probablemente se eliminó. Inicie sesión de otra forma y bórrela de su gestor de contraseñas.',
  'missing-totp': 'Introduzca los seis dígitos.',
  'missing-recovery-code': 'Introduzca un código de recuperación.',
  'missing-password': 'Introduzca su contraseña.',
  'wrong-totp': 'El código no es correcto. Espere uno nuevo en su aplicación e inténtelo de nuevo.',
  'wrong-recovery-code': 'El código de recuperación no es correcto o ya se usó. Compruébelo o utilice otro.',
  'wrong-password': 'La contraseña no es correcta. Inténtelo de nuevo.',
  'missing-login': 'Introduzca su correo electrónico.',
  'wrong-credentials': 'El usuario y la contraseña no coinciden. Compruébelos e inténtelo de nuevo.',
  'passkey-in-vain': '¿No funciona? Confirme de otra forma:',
  'locked-out':
    'Su aplicación de autenticación está bloqueada tras demasiados códigos incorrectos y no hay nada más configurado para confirmar. Recupere el acceso como si hubiera perdido su dispositivo.',
  'locked-codes':
    'Sus códigos de recuperación están bloqueados tras demasiados códigos incorrectos. Inicie sesión de otra forma y después cree otros nuevos.',
  waited: 'Ya puede intentarlo de nuevo.',
  blocked: (date) =>
    `Para esto se necesita la verificación en dos pasos y está bloqueado desde el ${date}. Configúrela e inténtelo de nuevo.`,
  blockedForPasskey: (date) =>
    `Para esto se necesita una llave de acceso y está bloqueado desde el ${date}. Añada una e inténtelo de nuevo.`,
  waiting: (wait) => `Demasiados intentos. Podrá intentarlo de nuevo en ${wait}.`,
};
