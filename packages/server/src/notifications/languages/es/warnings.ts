import type { WarningNotice } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const SOMEBODY_KNOWS = 'Alguien conoce su contraseña: cámbiela ahora.';

export const warnings: NoticeTexts<WarningNotice> = {
  'new-sign-in': () => ({
    subject: 'Un inicio de sesión desde un dispositivo o lugar nuevo',
    happened:
      'Alguien inició sesión en su cuenta con un dispositivo, o desde una red, que no se había usado antes con ella.',
    next: 'Si fue usted, no tiene que hacer nada.',
    notYou:
      'Cierre esa sesión en sus ajustes de seguridad, cambie su contraseña ahora y elimine allí todos los dispositivos que no reconozca.',
  }),
  'passkey-counter-anomaly': () => ({
    subject: 'Una llave de acceso se comportó de forma inesperada',
    happened: 'Una de sus llaves de acceso se usó como se usaría una llave de seguridad copiada.',
    next: 'Si la llave es suya y nadie la ha copiado, elimínela y vuelva a añadirla.',
    notYou: 'Elimínela ahora en sus ajustes de seguridad y cambie su contraseña.',
  }),
  'code-replayed': () => ({
    subject: 'Un código de inicio de sesión se usó dos veces',
    happened:
      'Un código, o la respuesta de una llave de acceso, que ya se había usado se volvió a enviar y se rechazó. La causa puede ser haber pulsado dos veces un botón.',
    notYou: 'Es posible que alguien conozca su contraseña: cámbiela ahora.',
  }),
  'wrong-codes': () => ({
    subject: 'Varios códigos de inicio de sesión incorrectos',
    happened:
      'Se introdujeron varios códigos incorrectos seguidos para su cuenta, después de la contraseña correcta.',
    notYou: SOMEBODY_KNOWS,
  }),
  'too-many-attempts': () => ({
    subject: 'Demasiados códigos de inicio de sesión incorrectos',
    happened:
      'Alguien que conoce su contraseña, o que tiene un enlace de nuestro correo, introdujo demasiados códigos o contraseñas incorrectos. Durante un tiempo se rechazan.',
    notYou: 'Cambie su contraseña ahora.',
  }),
  'factor-locked': () => ({
    subject: 'Se bloqueó una aplicación de autenticación',
    happened:
      'Después de muchos códigos incorrectos seguidos, una aplicación de autenticación de su cuenta se bloqueó definitivamente.',
    next: 'Inicie sesión con un código de recuperación o una llave de acceso y vuelva a configurar la aplicación.',
    notYou: SOMEBODY_KNOWS,
  }),
  'recovery-codes-locked': () => ({
    subject: 'Se bloquearon sus códigos de recuperación',
    happened:
      'Después de muchos códigos incorrectos seguidos, los códigos de recuperación de su cuenta se bloquearon definitivamente. Ninguno de ellos es válido ya.',
    next: 'Inicie sesión con una aplicación de autenticación o una llave de acceso y cree nuevos códigos de recuperación.',
    notYou: SOMEBODY_KNOWS,
  }),
  'activity-reported': () => ({
    subject: 'Usted notificó algo que no hizo',
    happened: 'En la actividad de seguridad de su cuenta se indicó que algo no lo hizo usted.',
    next: 'Cierre todas las demás sesiones, cambie su contraseña y elimine todos los dispositivos que no reconozca. Si no fue usted quien lo indicó, hágalo con mayor motivo: alguien está en su cuenta.',
  }),
};
