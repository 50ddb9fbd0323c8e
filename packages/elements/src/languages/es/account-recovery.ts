import type { AccountRecoveryStrings } from '../en/account-recovery.js';

export const accountRecovery: AccountRecoveryStrings = {
  askHeading: 'Recuperar el acceso a su cuenta',
  ask: 'Úselo si ya no tiene ni sus dispositivos ni sus códigos de recuperación. Empieza con un correo electrónico e incluye un tiempo de espera, para que nadie más entre sin que usted lo note.',
  login: 'Correo electrónico',
  missingLogin: 'Introduzca su correo electrónico.',
  send: 'Enviar correo',
  sending: 'Enviando…',

  requestedHeading: 'Revise su correo',
  requested: (login) =>
    `Si existe una cuenta para ${login}, ya va en camino un correo con un enlace. Ábralo antes de una hora.`,
  requestedHelp:
    '¿No ha llegado nada después de unos minutos? Mire en el correo no deseado y compruebe que esta es la dirección con la que inicia sesión.',
  askAgain: 'Volver a solicitarlo',

  inviteHeading: '¿Empezar la recuperación de la cuenta?',
  invite: 'Hasta ahora no ha cambiado nada. Si empieza, ocurrirá lo siguiente:',
  steps: [
    'Comienza un tiempo de espera. Recibirá un correo cada día y podrá cancelar cuando quiera.',
    'Cuando termine, recibirá un correo con un segundo enlace. Será válido durante 24 horas.',
    'Con ese enlace y su contraseña recuperará el acceso y configurará un nuevo segundo paso.',
  ],
  inviteHelp:
    'Si mientras tanto encuentra un dispositivo o un código de recuperación, simplemente inicie sesión: eso cancela la recuperación. Si no la ha solicitado usted, no empiece y cambie su contraseña.',
  begin: 'Empezar',

  waitingHeading: 'La recuperación de su cuenta está en espera',
  waiting: (at) =>
    `Podrá terminarla a partir del ${at}. Entonces recibirá un correo con un enlace; también necesitará su contraseña.`,
  remaining: (span) => `Tiempo restante: ${span}`,
  remainingNothing: 'En cualquier momento',
  waitingHelp:
    'Puede cerrar esta página: le escribimos cada día, y el enlace del primer correo le trae de vuelta aquí. Si encuentra un dispositivo o un código de recuperación, simplemente inicie sesión: eso cancela la recuperación.',
  cancel: 'Cancelar la recuperación',

  mailedHeading: 'El tiempo de espera ha terminado',
  mailed: (at) =>
    `Tiene un nuevo correo con el enlace que termina la recuperación de su cuenta. Ábralo antes del ${at}.`,

  readyHeading: 'Terminar la recuperación de la cuenta',
  ready: 'El tiempo de espera ha terminado. Solo falta su contraseña.',
  readyHelp:
    'Sus dispositivos y códigos de recuperación anteriores se eliminarán y se cerrarán todas sus sesiones. Después configurará un nuevo segundo paso.',
  password: 'Contraseña',
  missingPassword: 'Introduzca su contraseña.',
  wrongPassword: 'La contraseña no es correcta. Inténtelo de nuevo.',
  tooEarly:
    'Todavía es demasiado pronto. Use el enlace del correo que le avisa de que el tiempo de espera ha terminado.',
  finish: 'Terminar',

  cancelHeading: '¿Cancelar la recuperación de la cuenta?',
  cancelling:
    'Alguien ha pedido recuperar el acceso a su cuenta sin el segundo paso. Si no fue usted, o ya no lo necesita, cancele la solicitud.',

  cancelledHeading: 'La recuperación de la cuenta está cancelada',
  cancelled: 'Ya no se puede terminar. Sus dispositivos y códigos de recuperación siguen como estaban.',
  cancelledHelp:
    'Si no la solicitó usted: cambie su contraseña y la de su correo. Si le escribimos que ya se había terminado, avise de inmediato a los responsables de este servicio.',

  completedHeading: 'Esta recuperación de la cuenta ha terminado',
  completed: 'Inicie sesión con su contraseña y el segundo paso que configuró.',
  completedHelp:
    'Si no fue usted: cambie su contraseña ahora y avise de inmediato a los responsables de este servicio.',

  expiredHeading: 'Este enlace ya no es válido',
  expired:
    'Se abrió demasiado tarde o la recuperación de la cuenta ya ha terminado. Si todavía la necesita, vuelva a solicitarla.',

  doneHeading: 'Ha recuperado el acceso a su cuenta',
  done: 'La próxima vez, inicie sesión con su contraseña y con lo que acaba de configurar.',
  working: 'Un momento…',
};
