import type { ChangeNotice } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const CHANGE_PASSWORD = 'Cambie su contraseña ahora y revise sus ajustes de seguridad.';

export const changes: NoticeTexts<ChangeNotice> = {
  'mfa-enabled': () => ({
    subject: 'La verificación en dos pasos está activada',
    happened: 'A partir de ahora, iniciar sesión en su cuenta requiere un segundo paso.',
    next: 'Guarde sus códigos de recuperación en un lugar seguro: le permiten entrar si pierde su dispositivo.',
    notYou: CHANGE_PASSWORD,
  }),
  'mfa-disabled': () => ({
    subject: 'Se desactivó la verificación en dos pasos',
    happened:
      'Su cuenta ya solo está protegida por la contraseña, y sus códigos de recuperación ya no son válidos.',
    notYou: CHANGE_PASSWORD,
  }),
  'totp-added': () => ({
    subject: 'Se añadió una aplicación de autenticación',
    happened:
      'Se añadió una aplicación de autenticación a su cuenta. Sus códigos sirven de segundo paso al iniciar sesión.',
    notYou: 'Elimínela en sus ajustes de seguridad y cambie su contraseña ahora.',
  }),
  'totp-removed': () => ({
    subject: 'Se eliminó una aplicación de autenticación',
    happened: 'Se eliminó una aplicación de autenticación de su cuenta. Sus códigos ya no funcionan.',
    notYou: CHANGE_PASSWORD,
  }),
  'passkey-added': () => ({
    subject: 'Se añadió una llave de acceso',
    happened: 'Se añadió una llave de acceso a su cuenta. Quien la tenga puede iniciar sesión.',
    notYou: 'Elimínela en sus ajustes de seguridad y cambie su contraseña ahora.',
  }),
  'passkey-revoked': () => ({
    subject: 'Se eliminó una llave de acceso',
    happened: 'Se eliminó una llave de acceso de su cuenta. Ya no permite iniciar sesión.',
    notYou: CHANGE_PASSWORD,
  }),
  'recovery-code-used': ({ remaining = 0 }) => ({
    subject: 'Se usó un código de recuperación',
    happened: `Alguien inició sesión en su cuenta con uno de sus códigos de recuperación. Códigos restantes: ${remaining}.`,
    notYou: CHANGE_PASSWORD,
  }),
  'recovery-codes-regenerated': () => ({
    subject: 'Se crearon nuevos códigos de recuperación',
    happened: 'Se crearon nuevos códigos de recuperación para su cuenta. Los anteriores ya no son válidos.',
    notYou: CHANGE_PASSWORD,
  }),
  'mfa-reset-by-admin': () => ({
    subject: 'Se restableció su segundo paso',
    happened:
      'Un administrador de su espacio de trabajo eliminó todos los dispositivos y códigos de recuperación de su cuenta. Se cerraron todas sus sesiones.',
    next: 'Inicie sesión con su contraseña; lo primero será configurar un nuevo segundo paso. Si no lo pidió usted, avise ahora a su administrador y cambie su contraseña.',
  }),
};
