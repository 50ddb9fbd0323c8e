import type { AccountRecoveryStrings } from '../en/account-recovery.js';

export const accountRecovery: AccountRecoveryStrings = {
  askHeading: 'Recuperar o acesso à sua conta',
  ask: 'Use esta opção se você não tem mais seus dispositivos nem seus códigos de recuperação. Ela começa com um e-mail e inclui um tempo de espera, para que ninguém mais entre sem você perceber.',
  login: 'Endereço de e-mail',
  missingLogin: 'Digite seu endereço de e-mail.',
  send: 'Enviar e-mail',
  sending: 'Enviando…',

  requestedHeading: 'Verifique sua caixa de entrada',
  requested: (login) =>
    `Se existir uma conta para ${login}, um e-mail com um link está a caminho. Abra o link em até uma hora.`,
  requestedHelp:
    'Nada depois de alguns minutos? Procure na pasta de spam e confira se este é o endereço que você usa para entrar.',
  askAgain: 'Solicitar novamente',

  inviteHeading: 'Iniciar a recuperação da conta?',
  invite: 'Até agora, nada mudou. Se você iniciar, acontecerá o seguinte:',
  steps: [
    'Um tempo de espera começa. Você recebe um e-mail por dia e pode cancelar quando quiser.',
    'Quando ele terminar, você recebe um e-mail com um segundo link. Ele vale por 24 horas.',
    'Com esse link e sua senha, você recupera o acesso e configura uma nova segunda etapa.',
  ],
  inviteHelp:
    'Se nesse meio-tempo você encontrar um dispositivo ou um código de recuperação, basta entrar na conta: isso cancela a recuperação. Se não foi você quem solicitou, não inicie e altere sua senha.',
  begin: 'Iniciar',

  waitingHeading: 'A recuperação da sua conta está em espera',
  waiting: (at) =>
    `Você poderá concluí-la a partir de ${at}. Você receberá então um e-mail com um link e também precisará da sua senha.`,
  remaining: (span) => `Tempo restante: ${span}`,
  remainingNothing: 'A qualquer momento',
  waitingHelp:
    'Você pode fechar esta página: escrevemos para você todos os dias, e o link do primeiro e-mail traz de volta até aqui. Se encontrar um dispositivo ou um código de recuperação, basta entrar na conta: isso cancela a recuperação.',
  cancel: 'Cancelar a recuperação',

  mailedHeading: 'O tempo de espera terminou',
  mailed: (at) =>
    `Você recebeu um novo e-mail com o link que conclui a recuperação da sua conta. Abra-o antes de ${at}.`,

  readyHeading: 'Concluir a recuperação da conta',
  ready: 'O tempo de espera terminou. Só falta a sua senha.',
  readyHelp:
    'Seus dispositivos e códigos de recuperação antigos serão removidos, e todas as suas sessões serão encerradas. Depois disso, você configura uma nova segunda etapa.',
  password: 'Senha',
  missingPassword: 'Digite sua senha.',
  wrongPassword: 'Esta senha está incorreta. Tente novamente.',
  tooEarly: 'Ainda é cedo para isso. Use o link do e-mail que avisa que o tempo de espera terminou.',
  finish: 'Concluir',

  cancelHeading: 'Cancelar a recuperação da conta?',
  cancelling:
    'Alguém pediu para recuperar o acesso à sua conta sem a segunda etapa. Se não foi você, ou se você não precisa mais disso, cancele.',

  cancelledHeading: 'A recuperação da conta foi cancelada',
  cancelled:
    'Ela não pode mais ser concluída. Seus dispositivos e códigos de recuperação continuam como estavam.',
  cancelledHelp:
    'Se não foi você quem solicitou: altere sua senha e a do seu e-mail. Se nós avisamos que ela já tinha sido concluída, informe imediatamente os responsáveis por este serviço.',

  completedHeading: 'Esta recuperação da conta foi concluída',
  completed: 'Entre com sua senha e a segunda etapa que você configurou.',
  completedHelp:
    'Se não foi você: altere sua senha agora e informe imediatamente os responsáveis por este serviço.',

  expiredHeading: 'Este link não é mais válido',
  expired:
    'Ele foi aberto tarde demais, ou a recuperação da conta já terminou. Se você ainda precisa dela, solicite novamente.',

  doneHeading: 'Você recuperou o acesso à sua conta',
  done: 'Da próxima vez, entre com sua senha e com o que você acabou de configurar.',
  working: 'Um momento…',
};
