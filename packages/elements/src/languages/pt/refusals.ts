import type { RefusalStrings } from '../en/refusals.js';

export const refusals: RefusalStrings = {
  unavailable: 'Isso não está disponível no momento, e nada foi alterado. Tente novamente em instantes.',
  session_required: 'Sua sessão foi encerrada. Entre novamente.',
  ending: 'Este login expira em um minuto. Se precisar de mais tempo, comece de novo.',
  challenge_expired: 'Este login demorou demais e expirou. Comece de novo.',
  too_many_attempts: 'Tentativas demais. Aguarde antes de tentar novamente.',
  factor_locked:
    'Este app autenticador está bloqueado após códigos incorretos demais. Entre de outra forma e depois configure-o novamente.',
  forbidden: 'Você não tem permissão para fazer isso.',
  step_up_required: 'Isso exige uma nova confirmação da sua identidade. Tente novamente e confirme.',
  mfa_required: 'Isso exige a verificação em duas etapas. Configure-a primeiro e tente novamente.',
  enrolment_required: 'Primeiro configure uma nova forma de entrar.',
  last_factor:
    'Este é o último que conta, e a sua função, o seu espaço de trabalho ou o seu plano exige um. Adicione outro primeiro e depois remova este.',
  conflict: 'Outra coisa mudou ao mesmo tempo. Tente novamente.',
  factor_limit: 'Você atingiu o limite. Remova um que não usa mais e tente novamente.',
  expired: 'Isso demorou demais e expirou. Comece de novo.',
  not_found: 'Isso não existe mais. Recarregue a página para ver a situação atual.',
  validation_failed: 'Algo neste formulário está incorreto. Confira e tente novamente.',
  insecure: 'As chaves de acesso precisam de um endereço seguro que comece com https.',
  'not-supported': 'Este navegador, dispositivo ou chave não aceita chaves de acesso.',
  framed:
    'As chaves de acesso não podem ser usadas dentro de outra página. Abra esta página em uma guia própria.',
  cancelled: 'A chave de acesso não foi confirmada. Você pode tentar novamente.',
  'timed-out': 'Isso demorou demais. Você pode tentar novamente.',
  'already-registered': 'Este dispositivo ou chave já tem uma chave de acesso para sua conta.',
  already_registered: 'Esta chave de acesso já faz parte de uma conta.',
  'wrong-origin': 'Sua chave de acesso não pertence a este endereço. Confira o endereço da página.',
  unknown: 'O dispositivo não conseguiu usar a chave de acesso. Tente novamente ou escolha outra forma.',
  passkey_rejected: 'Esta chave de acesso não foi aceita. Tente novamente ou escolha outra forma.',
  forgotten:
    'Esta chave de acesso não funciona mais aqui; provavelmente foi removida. Entre de outra forma e apague-a do seu gerenciador de senhas.',
  'missing-totp': 'Digite todos os seis dígitos.',
  'missing-recovery-code': 'Digite um código de recuperação.',
  'missing-password': 'Digite sua senha.',
  'wrong-totp': 'Este código está incorreto. Aguarde um novo no seu app e tente novamente.',
  'wrong-recovery-code': 'Este código de recuperação está incorreto ou já foi usado. Confira-o ou use outro.',
  'wrong-password': 'Esta senha está incorreta. Tente novamente.',
  'missing-login': 'Digite seu endereço de e-mail.',
  'wrong-credentials': 'O nome de usuário e a senha não correspondem. Confira ambos e tente novamente.',
  'passkey-in-vain': 'Não está funcionando? Confirme de outra forma:',
  'locked-out':
    'Seu app autenticador está bloqueado após códigos incorretos demais, e não há mais nada configurado para confirmar. Recupere o acesso como se tivesse perdido seu dispositivo.',
  'locked-codes':
    'Seus códigos de recuperação estão bloqueados após códigos incorretos demais. Entre de outra forma e depois crie novos.',
  waited: 'Agora você pode tentar novamente.',
  blocked: (date) =>
    `Isso exige a verificação em duas etapas e está bloqueado desde ${date}. Configure-a e tente novamente.`,
  blockedForPasskey: (date) =>
    `Isso exige uma chave de acesso e está bloqueado desde ${date}. Adicione uma e tente novamente.`,
  waiting: (wait) => `Tentativas demais. Você pode tentar novamente em ${wait}.`,
};
