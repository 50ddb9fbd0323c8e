import type { ChallengeStrings } from '../en/challenge.js';

export const challenge: ChallengeStrings = {
  heading: 'Digite seu código',
  headingPasskey: 'Confirme com sua chave de acesso',
  headingStepUp: 'Confirme sua identidade',
  describe: {
    passkey: 'Use sua impressão digital, seu rosto, o bloqueio de tela ou uma chave de segurança.',
    totp: 'Abra seu app autenticador e digite o código que ele mostra.',
    'recovery-code': 'Digite um dos códigos de recuperação que você salvou. Cada um funciona uma vez.',
    password: 'Digite sua senha para continuar.',
  },
  label: {
    totp: 'Código do seu app autenticador',
    'recovery-code': 'Código de recuperação',
    password: 'Senha',
  },
  use: {
    passkey: 'Usar sua chave de acesso',
    totp: 'Usar seu app autenticador',
    'recovery-code': 'Usar um código de recuperação',
    password: 'Usar sua senha',
  },
  verify: 'Verificar',
  verifying: 'Verificando…',
  verified: 'Confirmado',
  rememberDevice: 'Pular esta etapa neste dispositivo por 30 dias',
  lostDevice: 'Perdeu seu dispositivo?',
  lostDeviceHelp:
    'Use um código de recuperação se você os salvou. Se não tiver nenhum, peça ajuda aos responsáveis por este serviço para recuperar o acesso.',
  noMethods:
    'Ainda não há como confirmar sua identidade aqui. Primeiro configure a verificação em duas etapas.',
  startAgain: 'Começar de novo',
};
