import type { PasskeyChangesStrings } from '../en/passkey-changes.js';

export const passkeyChanges: PasskeyChangesStrings = {
  where: 'Onde ela deve ser guardada?',
  kind: {
    'this-device': 'Neste dispositivo',
    phone: 'Em um telefone ou tablet',
    'security-key': 'Em uma chave de segurança',
  },
  kindHelp: {
    'this-device': 'Com o leitor de impressões digitais, a câmera ou o bloqueio de tela.',
    phone: 'Escaneie um código com ele. O dispositivo precisa estar perto de você.',
    'security-key': 'Uma pequena chave para conectar ou aproximar do dispositivo.',
  },
  noPlatform: 'Este dispositivo não tem um bloqueio de tela que possa ser usado. Escolha outro lugar.',
  shared:
    'Este computador é compartilhado ou público? Então não guarde nele uma chave de acesso: use seu telefone ou uma chave de segurança.',
  waiting: 'Siga os passos que o navegador mostra…',
  addedNow: 'A chave de acesso foi adicionada.',
  remove: 'Remover',
  removeAsk: (name) => `Remover ${name}? Você não poderá mais entrar com esta chave de acesso.`,
  removeCurrentAsk: (name) =>
    `Remover ${name}? É a chave de acesso em uso agora. Sua sessão continua aberta, mas você não poderá usá-la de novo.`,
  removeLastAsk: (name) =>
    `Remover ${name}? É o seu último autenticador: a autenticação multifator será desativada, e seus códigos de recuperação deixarão de funcionar.`,
  removeLast: 'Remover e desativar',
  instead: 'Um app autenticador também protege sua conta e funciona em qualquer lugar.',
  useApp: 'Configurar um app autenticador',
};
