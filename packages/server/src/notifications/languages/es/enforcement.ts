import type { EnforcementNotice, NoticeFacts } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const what = ({ passkey = false }: NoticeFacts): string =>
  passkey ? 'una llave de acceso' : 'la verificación en dos pasos';
const HOW =
  'Inicie sesión como siempre y abra sus ajustes de seguridad: se tarda unos dos minutos, con su teléfono o este dispositivo.';

export const enforcement: NoticeTexts<EnforcementNotice> = {
  'mfa-asked': (facts, { time }) => ({
    subject: `Configure ${what(facts)}`,
    happened:
      facts.deadline === undefined || facts.deadline <= facts.at
        ? `Su cuenta necesita ${what(facts)}. Hasta que la configure, algunas acciones no estarán disponibles.`
        : `Su cuenta necesita ${what(facts)}. Tiene de plazo hasta el ${time(facts.deadline)}; después, algunas acciones no estarán disponibles hasta que la configure.`,
    next: HOW,
  }),
  'mfa-reminder': (facts, { time }) => ({
    subject: `Recordatorio: configure ${what(facts)}`,
    happened: `Su cuenta necesita ${what(facts)} y todavía no está configurada. A partir del ${time(facts.deadline ?? facts.at)}, algunas acciones no estarán disponibles hasta que la configure.`,
    next: HOW,
  }),
  'mfa-blocked': (facts, { time }) => ({
    subject: `Se rechazó una acción: configure ${what(facts)}`,
    happened: `Su cuenta necesita ${what(facts)} desde el ${time(facts.deadline ?? facts.at)} y todavía no está configurada. Por ese motivo se rechazó una acción.`,
    next: HOW,
    notYou: 'Cambie su contraseña ahora.',
  }),
  'mfa-exempted': (facts, { time }) => ({
    subject: 'Tiene más tiempo para configurar la verificación en dos pasos',
    happened: `Un administrador de su espacio de trabajo le permite continuar sin la verificación en dos pasos hasta el ${time(facts.until ?? facts.at)}.`,
    next: `${HOW} Si no pidió más tiempo, avise a su administrador.`,
  }),
  'policy-changed': () => ({
    subject: 'Se cambió la política de inicio de sesión de su espacio de trabajo',
    happened: 'Un administrador cambió lo que su espacio de trabajo exige a sus miembros al iniciar sesión.',
    next: 'Qué se cambió, y quién lo hizo, consta en el registro de auditoría de su espacio de trabajo.',
    notYou:
      'Si ningún administrador debía hacerlo, deshaga el cambio, revise el registro de auditoría y cierre las sesiones de quien lo hizo.',
  }),
};
