import type { PasskeyListStrings } from '../en/passkey-list.js';

export const passkeyList: PasskeyListStrings = {
  heading: 'Chaves de acesso',
  description:
    'Com uma chave de acesso, você entra usando sua impressão digital, seu rosto ou o bloqueio de tela. Não há nada para digitar nem nada que uma página falsa possa roubar.',
  empty: 'Você ainda não tem nenhuma chave de acesso.',
  added: 'Adicionada em',
  lastUsed: 'Último uso:',
  neverUsed: 'Ainda não usada',
  current: 'Em uso agora',
  synced: (provider) =>
    provider
      ? `Sincronizada: em todos os seus dispositivos com ${provider}.`
      : 'Sincronizada: em todos os seus dispositivos com o mesmo gerenciador de senhas.',
  bound: 'Só em um dispositivo. Se você perder esse dispositivo, perderá esta chave de acesso.',
  boundKey: 'Só nesta chave de segurança. Se você perder a chave de segurança, perderá esta chave de acesso.',
  second:
    'Esta é sua única chave de acesso. Adicione outra em um dispositivo diferente ou em uma chave de segurança, para ainda conseguir entrar se a perder.',
  add: 'Adicionar uma chave de acesso',
  limit: 'Você tem vinte chaves de acesso, e esse é o limite. Remova uma para adicionar outra.',
  rename: 'Renomear',
  remove: 'Remover',
};
