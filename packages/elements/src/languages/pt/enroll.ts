import type { EnrollStrings } from '../en/enroll.js';

export const enroll: EnrollStrings = {
  heading: {
    choice: 'Proteja sua conta',
    passkey: 'Configurar uma chave de acesso',
    totp: 'Configurar um app autenticador',
  },
  description: {
    choice: 'Escolha como confirmar sua identidade. Ninguém mais poderá entrar só com a sua senha.',
    passkey: 'Entre com sua impressão digital, seu rosto ou o bloqueio de tela. Não é preciso digitar nada.',
    totp: 'Um app no seu telefone mostra um novo código a cada 30 segundos. Ninguém mais poderá entrar só com a sua senha.',
  },
  use: { passkey: 'Usar uma chave de acesso', totp: 'Usar um app autenticador' },
  useHelp: {
    passkey:
      'Sua impressão digital, seu rosto, o bloqueio de tela ou uma chave de segurança. Nada para digitar.',
    totp: 'Um código de um app no seu telefone. Qualquer app autenticador serve.',
  },
  prompting: 'Siga os passos que o navegador mostra…',
  sharedComputer:
    'Em um computador compartilhado, não deixe ninguém ver sua tela e não guarde nele nenhuma chave de acesso nem códigos de recuperação.',
  start: 'Configurar',
  working: 'Um momento…',
  noMethods: 'Não há nada para configurar aqui.',
  doneHeading: {
    passkey: 'Sua chave de acesso está configurada',
    totp: 'Seu app autenticador está configurado',
  },
  done: {
    passkey: 'A partir de agora, você pode entrar só com ela.',
    totp: 'A partir de agora, você confirma o login com um código desse app.',
  },
};
