import type { NoticeFacts, RecoveryNotice } from '../../notice.ts';
import type { MailedLink, MailFormat, NoticeTexts } from '../mail-language.ts';

const CANCEL: MailedLink = {
  purpose: 'cancel',
  label: 'Cancele la solicitud con este enlace. Para ello no tiene que iniciar sesión:',
  button: 'Cancelar la solicitud',
};
const PASSWORDS =
  'Es posible que alguien lea su correo o conozca su contraseña: cambie también la contraseña de su cuenta y la de su correo.';

const readyAtOf = ({ at, readyAt = at }: NoticeFacts, { time }: MailFormat): string => time(readyAt);

export const recovery: NoticeTexts<RecoveryNotice> = {
  'recovery-requested': () => ({
    subject: 'Recuperar el acceso a su cuenta',
    happened:
      'Alguien ha pedido recuperar el acceso a su cuenta sin el segundo paso, porque se han perdido todos los dispositivos y todos los códigos de recuperación.',
    next: 'Hasta ahora no ha cambiado nada. Cuando abra la solicitud comenzará un tiempo de espera en el que le avisaremos cada día y podrá cancelar. Al final necesitará un nuevo enlace de un correo y su contraseña.',
    links: [
      {
        purpose: 'open',
        label: 'Si fue usted, abra la solicitud con este enlace. Es válido durante una hora:',
        button: 'Abrir la solicitud',
      },
      CANCEL,
    ],
  }),
  'recovery-opened': (facts, format) => ({
    subject: 'La recuperación de su cuenta ha empezado',
    happened: `Se abrió la solicitud para recuperar el acceso a su cuenta. El tiempo de espera dura hasta el ${readyAtOf(facts, format)}.`,
    next: 'Hasta entonces le avisaremos cada día. Si encuentra un dispositivo o un código de recuperación, simplemente inicie sesión: eso cancela la solicitud.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-reminder': (facts, format) => ({
    subject: 'La recuperación de su cuenta está en espera',
    happened: `Hay una solicitud abierta para recuperar el acceso a su cuenta sin el segundo paso. Se podrá terminar a partir del ${readyAtOf(facts, format)}, con un enlace que le enviaremos entonces por correo.`,
    next: 'Si ha encontrado un dispositivo o un código de recuperación, simplemente inicie sesión: eso cancela la solicitud.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-ready': () => ({
    subject: 'Termine la recuperación de su cuenta',
    happened:
      'El tiempo de espera ha terminado. Con el enlace de abajo y su contraseña recuperará el acceso a su cuenta.',
    next: 'Sus dispositivos y códigos de recuperación se eliminarán, se cerrarán todas sus sesiones y lo primero será configurar un nuevo segundo paso.',
    links: [
      {
        purpose: 'finish',
        label: 'Termínela con este enlace. Es válido durante 24 horas:',
        button: 'Terminar la recuperación',
      },
      CANCEL,
    ],
  }),
  'recovery-cancelled': () => ({
    subject: 'Se canceló la recuperación de la cuenta',
    happened:
      'Se canceló la solicitud para recuperar el acceso a su cuenta. Nadie entró en su cuenta mediante ella.',
    next: 'Se cancela con el enlace de nuestros correos, al iniciar sesión con un segundo paso, al cambiar la contraseña o la dirección de correo, y cuando tenemos que restaurar nuestro servicio desde una copia de seguridad. Si todavía la necesita, vuelva a solicitarla.',
  }),
  'recovery-expired': () => ({
    subject: 'La recuperación de la cuenta ha caducado',
    happened:
      'La solicitud para recuperar el acceso a su cuenta no se continuó a tiempo. Sus dispositivos y códigos de recuperación siguen como estaban.',
    next: 'Si todavía la necesita, vuelva a solicitarla.',
    notYou: PASSWORDS,
  }),
  'recovery-completed': () => ({
    subject: 'Se recuperó su cuenta',
    happened:
      'Alguien recuperó el acceso a su cuenta con un enlace de nuestro correo y su contraseña. Se eliminaron todos los dispositivos y códigos de recuperación y se cerraron todas las demás sesiones.',
    next: 'Ahora hay que configurar un nuevo segundo paso.',
    notYou: 'Cambie su contraseña ahora y avísenos de inmediato.',
  }),
  'recovery-case-started': (facts, format) => ({
    subject: 'Se ha pedido a nuestro soporte que le devuelva el acceso',
    happened: `Nuestro soporte abrió un caso para devolverle el acceso a su cuenta sin el segundo paso. Una segunda persona debe aprobarlo. Se podrá terminar a partir del ${readyAtOf(facts, format)}.`,
    next: 'Hasta ahora no ha cambiado nada.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-case-approved': (facts, format) => ({
    subject: 'Su caso se aprobó',
    happened: `Nuestro soporte aprobó el caso para devolverle el acceso a su cuenta. Se podrá terminar a partir del ${readyAtOf(facts, format)}, con un enlace que le enviaremos entonces por correo.`,
    next: 'Si encuentra un dispositivo o un código de recuperación, simplemente inicie sesión: eso cancela el caso.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-case-rejected': () => ({
    subject: 'Su caso no se aprobó',
    happened:
      'Nuestro soporte no aprobó el caso para devolverle el acceso a su cuenta. Sus dispositivos y códigos de recuperación siguen como estaban.',
    next: 'Si todavía necesita ayuda, diríjase a nuestro soporte.',
    notYou: PASSWORDS,
  }),
  'member-recovered': () => ({
    subject: 'Alguien de su espacio de trabajo recuperó su cuenta',
    happened:
      'Un miembro de su espacio de trabajo recuperó el acceso a su cuenta después de perder todos los dispositivos y todos los códigos de recuperación. Se eliminaron sus dispositivos y se cerraron sus sesiones.',
    next: 'Ahora configura un nuevo segundo paso. El registro de auditoría de su espacio de trabajo indica quién fue. Pregúntele, por una vía distinta del correo, si realmente fue esa persona.',
  }),
};
