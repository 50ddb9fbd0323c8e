import type { EnforcementNotice, NoticeFacts } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const what = ({ passkey = false }: NoticeFacts): string =>
  passkey ? 'uma chave de acesso' : 'a verificação em duas etapas';
const HOW =
  'Entre como sempre e abra suas configurações de segurança: leva cerca de dois minutos, com seu telefone ou este dispositivo.';

export const enforcement: NoticeTexts<EnforcementNotice> = {
  'mfa-asked': (facts, { time }) => ({
    subject: `Configure ${what(facts)}`,
    happened:
      facts.deadline === undefined || facts.deadline <= facts.at
        ? `Sua conta exige ${what(facts)}. Até você concluir a configuração, algumas ações ficam indisponíveis.`
        : `Sua conta exige ${what(facts)}. Você tem até ${time(facts.deadline)}; depois disso, algumas ações ficam indisponíveis até você concluir a configuração.`,
    next: HOW,
  }),
  'mfa-reminder': (facts, { time }) => ({
    subject: `Lembrete: configure ${what(facts)}`,
    happened: `Sua conta exige ${what(facts)}, e a configuração ainda não foi feita. A partir de ${time(facts.deadline ?? facts.at)}, algumas ações ficam indisponíveis até você concluir a configuração.`,
    next: HOW,
  }),
  'mfa-blocked': (facts, { time }) => ({
    subject: `Uma ação foi recusada: configure ${what(facts)}`,
    happened: `Sua conta exige ${what(facts)} desde ${time(facts.deadline ?? facts.at)}, e a configuração ainda não foi feita. Uma ação foi recusada por esse motivo.`,
    next: HOW,
    notYou: 'Altere sua senha agora.',
  }),
  'mfa-exempted': (facts, { time }) => ({
    subject: 'Você tem mais tempo para configurar a verificação em duas etapas',
    happened: `Um administrador do seu espaço de trabalho permitiu que você continue sem a verificação em duas etapas até ${time(facts.until ?? facts.at)}.`,
    next: `${HOW} Se você não pediu mais tempo, avise seu administrador.`,
  }),
  'policy-changed': () => ({
    subject: 'A política de login do seu espaço de trabalho foi alterada',
    happened: 'Um administrador alterou o que o seu espaço de trabalho exige das pessoas no login.',
    next: 'O que foi alterado, e por quem, está no registro de auditoria do seu espaço de trabalho.',
    notYou:
      'Se nenhum administrador deveria ter feito isso, desfaça a alteração, consulte o registro de auditoria e encerre as sessões de quem a fez.',
  }),
};
