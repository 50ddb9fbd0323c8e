import type { ChallengeStrings } from '../en/challenge.js';

export const challenge: ChallengeStrings = {
  heading: 'Inserire il codice',
  headingPasskey: 'Confermare con la passkey',
  headingStepUp: 'Confermare la propria identità',
  describe: {
    passkey: 'Usare l’impronta digitale, il volto, il blocco schermo o una chiave di sicurezza.',
    totp: 'Aprire l’app di autenticazione e inserire il codice mostrato.',
    'recovery-code': 'Inserire uno dei codici di recupero salvati. Ognuno vale una volta sola.',
    password: 'Inserire la password per continuare.',
  },
  label: {
    totp: 'Codice dell’app di autenticazione',
    'recovery-code': 'Codice di recupero',
    password: 'Password',
  },
  use: {
    passkey: 'Usa la passkey',
    totp: 'Usa l’app di autenticazione',
    'recovery-code': 'Usa un codice di recupero',
    password: 'Usa la password',
  },
  verify: 'Verifica',
  verifying: 'Verifica in corso…',
  verified: 'Confermato',
  rememberDevice: 'Salta questo passaggio su questo dispositivo per 30 giorni',
  lostDevice: 'Ha perso il dispositivo?',
  lostDeviceHelp:
    'Usi un codice di recupero, se li ha salvati. Altrimenti chieda ai responsabili di questo servizio di aiutarLa a riavere l’accesso.',
  noMethods:
    'Qui non c’è ancora un modo per confermare la Sua identità. Configuri prima la verifica in due passaggi.',
  startAgain: 'Ricomincia',
};
