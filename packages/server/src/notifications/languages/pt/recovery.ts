import type { NoticeFacts, RecoveryNotice } from '../../notice.ts';
import type { MailedLink, MailFormat, NoticeTexts } from '../mail-language.ts';

const CANCEL: MailedLink = {
  purpose: 'cancel',
  label: 'Cancele com este link. Você não precisa entrar na conta para isso:',
  button: 'Cancelar o pedido',
};
const PASSWORDS =
  'Alguém pode estar lendo seus e-mails ou saber sua senha: altere também a senha da sua conta e a do seu e-mail.';

const readyAtOf = ({ at, readyAt = at }: NoticeFacts, { time }: MailFormat): string => time(readyAt);

export const recovery: NoticeTexts<RecoveryNotice> = {
  'recovery-requested': () => ({
    subject: 'Recuperar o acesso à sua conta',
    happened:
      'Alguém pediu para recuperar o acesso à sua conta sem a segunda etapa, porque todos os dispositivos e todos os códigos de recuperação foram perdidos.',
    next: 'Até agora, nada mudou. Depois que você abrir o pedido, começa um tempo de espera, em que avisamos você todos os dias e você pode cancelar. No final, você precisa de um novo link recebido por e-mail e da sua senha.',
    links: [
      {
        purpose: 'open',
        label: 'Se foi você, abra o pedido com este link. Ele vale por uma hora:',
        button: 'Abrir o pedido',
      },
      CANCEL,
    ],
  }),
  'recovery-opened': (facts, format) => ({
    subject: 'A recuperação da sua conta começou',
    happened: `O pedido para recuperar o acesso à sua conta foi aberto. O tempo de espera vai até ${readyAtOf(facts, format)}.`,
    next: 'Até lá, avisamos você todos os dias. Se encontrar um dispositivo ou um código de recuperação, basta entrar na conta: isso cancela o pedido.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-reminder': (facts, format) => ({
    subject: 'A recuperação da sua conta está em espera',
    happened: `Há um pedido aberto para recuperar o acesso à sua conta sem a segunda etapa. Ele poderá ser concluído a partir de ${readyAtOf(facts, format)}, com um link que será enviado a você por e-mail.`,
    next: 'Se você encontrou um dispositivo ou um código de recuperação, basta entrar na conta: isso cancela o pedido.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-ready': () => ({
    subject: 'Conclua a recuperação da sua conta',
    happened:
      'O tempo de espera terminou. Com o link abaixo e sua senha, você recupera o acesso à sua conta.',
    next: 'Seus dispositivos e códigos de recuperação serão removidos, todas as suas sessões serão encerradas e, antes de mais nada, você configurará uma nova segunda etapa.',
    links: [
      {
        purpose: 'finish',
        label: 'Conclua com este link. Ele vale por 24 horas:',
        button: 'Concluir a recuperação',
      },
      CANCEL,
    ],
  }),
  'recovery-cancelled': () => ({
    subject: 'A recuperação da conta foi cancelada',
    happened:
      'O pedido para recuperar o acesso à sua conta foi cancelado. Ninguém entrou na sua conta por meio dele.',
    next: 'Ele é cancelado pelo link dos nossos e-mails, por um login com a segunda etapa, por uma mudança da senha ou do endereço de e-mail e quando precisamos restaurar nosso serviço a partir de um backup. Se ainda precisar, peça novamente.',
  }),
  'recovery-expired': () => ({
    subject: 'A recuperação da conta expirou',
    happened:
      'O pedido para recuperar o acesso à sua conta não foi continuado a tempo. Seus dispositivos e códigos de recuperação continuam como estavam.',
    next: 'Se ainda precisar, peça novamente.',
    notYou: PASSWORDS,
  }),
  'recovery-completed': () => ({
    subject: 'Sua conta foi recuperada',
    happened:
      'Alguém recuperou o acesso à sua conta com um link do nosso e-mail e sua senha. Todos os dispositivos e códigos de recuperação foram removidos, e todas as outras sessões foram encerradas.',
    next: 'Agora é preciso configurar uma nova segunda etapa.',
    notYou: 'Altere sua senha agora e avise-nos imediatamente.',
  }),
  'recovery-case-started': (facts, format) => ({
    subject: 'Nosso suporte recebeu um pedido para devolver seu acesso',
    happened: `Nosso suporte abriu um caso para devolver a você o acesso à sua conta sem a segunda etapa. Uma segunda pessoa precisa aprová-lo. Ele poderá ser concluído a partir de ${readyAtOf(facts, format)}.`,
    next: 'Até agora, nada mudou.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-case-approved': (facts, format) => ({
    subject: 'Seu caso foi aprovado',
    happened: `Nosso suporte aprovou o caso para devolver a você o acesso à sua conta. Ele poderá ser concluído a partir de ${readyAtOf(facts, format)}, com um link que será enviado a você por e-mail.`,
    next: 'Se encontrar um dispositivo ou um código de recuperação, basta entrar na conta: isso cancela o caso.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-case-rejected': () => ({
    subject: 'Seu caso não foi aprovado',
    happened:
      'Nosso suporte não aprovou o caso para devolver a você o acesso à sua conta. Seus dispositivos e códigos de recuperação continuam como estavam.',
    next: 'Se ainda precisar de ajuda, fale com nosso suporte.',
    notYou: PASSWORDS,
  }),
  'member-recovered': () => ({
    subject: 'Alguém do seu espaço de trabalho recuperou a conta',
    happened:
      'Um membro do seu espaço de trabalho recuperou o acesso à conta depois de perder todos os dispositivos e todos os códigos de recuperação. Os dispositivos dessa pessoa foram removidos e suas sessões, encerradas.',
    next: 'Agora ela configura uma nova segunda etapa. O registro de auditoria do seu espaço de trabalho mostra quem foi. Pergunte a essa pessoa, por outro meio que não o e-mail, se foi realmente ela.',
  }),
};
