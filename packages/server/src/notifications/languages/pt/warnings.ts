import type { WarningNotice } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const SOMEBODY_KNOWS = 'Alguém sabe sua senha: altere-a agora.';

export const warnings: NoticeTexts<WarningNotice> = {
  'new-sign-in': () => ({
    subject: 'Um login em um novo dispositivo ou lugar',
    happened:
      'Alguém entrou na sua conta com um dispositivo, ou a partir de uma rede, que nunca tinha sido usado com ela.',
    next: 'Se foi você, não é preciso fazer nada.',
    notYou:
      'Encerre essa sessão nas suas configurações de segurança, altere sua senha agora e remova de lá todos os dispositivos que você não reconhece.',
  }),
  'passkey-counter-anomaly': () => ({
    subject: 'Uma chave de acesso se comportou de forma inesperada',
    happened: 'Uma das suas chaves de acesso foi usada como seria uma chave de segurança copiada.',
    next: 'Se a chave é sua e ninguém a copiou, remova-a e adicione-a novamente.',
    notYou: 'Remova-a agora nas suas configurações de segurança e altere sua senha.',
  }),
  'code-replayed': () => ({
    subject: 'Um código de login foi usado duas vezes',
    happened:
      'Um código, ou a resposta de uma chave de acesso, que já tinha sido usado foi enviado de novo e recusado. A causa pode ter sido um clique duplo em um botão.',
    notYou: 'Alguém pode saber sua senha: altere-a agora.',
  }),
  'wrong-codes': () => ({
    subject: 'Vários códigos de login incorretos',
    happened: 'Vários códigos incorretos seguidos foram digitados para sua conta, depois da senha correta.',
    notYou: SOMEBODY_KNOWS,
  }),
  'too-many-attempts': () => ({
    subject: 'Códigos de login incorretos demais',
    happened:
      'Alguém que sabe sua senha, ou que tem um link do nosso e-mail, digitou códigos ou senhas incorretos demais. Por algum tempo, eles são recusados.',
    notYou: 'Altere sua senha agora.',
  }),
  'factor-locked': () => ({
    subject: 'Um app autenticador foi bloqueado',
    happened:
      'Depois de muitos códigos incorretos seguidos, um app autenticador da sua conta foi bloqueado definitivamente.',
    next: 'Entre com um código de recuperação ou uma chave de acesso e configure o app novamente.',
    notYou: SOMEBODY_KNOWS,
  }),
  'recovery-codes-locked': () => ({
    subject: 'Seus códigos de recuperação foram bloqueados',
    happened:
      'Depois de muitos códigos incorretos seguidos, os códigos de recuperação da sua conta foram bloqueados definitivamente. Nenhum deles funciona mais.',
    next: 'Entre com um app autenticador ou uma chave de acesso e crie novos códigos de recuperação.',
    notYou: SOMEBODY_KNOWS,
  }),
  'activity-reported': () => ({
    subject: 'Você denunciou algo que não foi feito por você',
    happened: 'Na atividade de segurança da sua conta, algo foi marcado como não feito por você.',
    next: 'Encerre todas as outras sessões, altere sua senha e remova todos os dispositivos que você não reconhece. Se não foi você quem marcou, faça isso com ainda mais razão: alguém está na sua conta.',
  }),
};
