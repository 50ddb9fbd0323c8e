import type { EnrollStepsStrings } from '../en/enroll-steps.js';

export const enrollSteps: EnrollStepsStrings = {
  because: {
    'recovery-code':
      'Você entrou com um código de recuperação. Antes de continuar, configure novamente um autenticador para poder entrar da próxima vez. Você tem uma hora para isso.',
    'account-recovery':
      'Você recuperou o acesso à sua conta. Antes de continuar, configure novamente um autenticador para poder entrar da próxima vez. Você tem uma hora para isso.',
    other: 'Antes de continuar, configure um autenticador para sua conta.',
  },
  scanHeading: 'Conecte seu app',
  scan: 'Escaneie este código QR com seu app autenticador.',
  qr: 'Código QR para seu app autenticador',
  cannotScan: 'Não consegue escanear? Digite esta chave no app:',
  copyKey: 'Copiar chave',
  copied: 'Copiado',
  copyFailed: 'Não é possível copiar aqui. Selecione a chave e copie-a manualmente.',
  openApp: 'Abrir no app autenticador',
  name: 'Dê um nome ao app, se quiser',
  code: 'Digite o código que o app mostra',
  missing: 'Digite todos os seis dígitos.',
  wrong: 'Este código está incorreto. Aguarde um novo no seu app e tente novamente.',
  clock:
    'Ainda recusado? Confira se a hora do seu telefone é ajustada automaticamente: os códigos dependem dela.',
  verify: 'Confirmar',
  verifying: 'Verificando…',
  resumeHeading: 'Conclua a configuração do seu app',
  resume: 'O app já foi conectado. Só falta o código.',
  newQr: 'Mostrar um novo código QR',
  ending: 'Isso expira em um minuto. Se precisar de mais tempo, mostre um novo código QR.',
  startAgain: 'Começar de novo',
  waited: 'Agora você pode tentar novamente.',
  choose: 'Escolher outra forma',
  oldHeading: 'Remover os autenticadores antigos?',
  old: 'Seu novo autenticador funciona. Remova os que você perdeu ou não usa mais.',
  remove: 'Remover',
  removed: (name) => `Removido: ${name}.`,
  finish: 'Concluir',
};
