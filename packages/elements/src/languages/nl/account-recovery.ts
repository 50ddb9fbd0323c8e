import type { AccountRecoveryStrings } from '../en/account-recovery.js';

export const accountRecovery: AccountRecoveryStrings = {
  askHeading: 'Weer toegang krijgen tot uw account',
  ask: 'Voor als u uw apparaten en uw herstelcodes kwijt bent. Het begint met een e-mail en er is een wachttijd, zodat niemand anders ongemerkt binnenkomt.',
  login: 'E-mailadres',
  missingLogin: 'Voer uw e-mailadres in.',
  send: 'E-mail verzenden',
  sending: 'Verzenden…',

  requestedHeading: 'Kijk in uw mailbox',
  requested: (login) =>
    `Als er een account voor ${login} bestaat, is er een e-mail met een link onderweg. Open de link binnen een uur.`,
  requestedHelp:
    'Na enkele minuten nog niets ontvangen? Kijk bij de ongewenste e-mail en controleer of dit het adres is waarmee u inlogt.',
  askAgain: 'Opnieuw aanvragen',

  inviteHeading: 'Accountherstel starten?',
  invite: 'Tot nu toe is er niets veranderd. Dit gebeurt er als u begint:',
  steps: [
    'Er begint een wachttijd. U ontvangt elke dag een e-mail en kunt op elk moment annuleren.',
    'Als die voorbij is, ontvangt u een e-mail met een tweede link. Die is 24 uur geldig.',
    'Met die link en uw wachtwoord hebt u weer toegang en stelt u een nieuwe tweede stap in.',
  ],
  inviteHelp:
    'Vindt u intussen een apparaat of een herstelcode terug, log dan gewoon in: daarmee wordt het herstel geannuleerd. Hebt u dit niet aangevraagd, begin dan niet en wijzig uw wachtwoord.',
  begin: 'Starten',

  waitingHeading: 'Uw accountherstel is in afwachting',
  waiting: (at) =>
    `U kunt het vanaf ${at} afronden. U ontvangt dan een e-mail met een link; u hebt ook uw wachtwoord nodig.`,
  remaining: (span) => `Nog ${span}`,
  remainingNothing: 'Elk moment',
  waitingHelp:
    'U kunt deze pagina sluiten: wij schrijven u elke dag, en de link in de eerste e-mail brengt u hier terug. Vindt u een apparaat of een herstelcode terug, log dan gewoon in: daarmee wordt het herstel geannuleerd.',
  cancel: 'Herstel annuleren',

  mailedHeading: 'De wachttijd is voorbij',
  mailed: (at) =>
    `U hebt een nieuwe e-mail met de link die uw accountherstel afrondt. Open de link vóór ${at}.`,

  readyHeading: 'Accountherstel afronden',
  ready: 'De wachttijd is voorbij. Alleen uw wachtwoord is nog nodig.',
  readyHelp:
    'Uw oude apparaten en herstelcodes worden dan verwijderd en u wordt overal uitgelogd. Daarna stelt u een nieuwe tweede stap in.',
  password: 'Wachtwoord',
  missingPassword: 'Voer uw wachtwoord in.',
  wrongPassword: 'Dat wachtwoord klopt niet. Probeer het opnieuw.',
  tooEarly:
    'Daarvoor is het nog te vroeg. Gebruik de link in de e-mail die u laat weten dat de wachttijd voorbij is.',
  finish: 'Afronden',

  cancelHeading: 'Accountherstel annuleren?',
  cancelling:
    'Iemand heeft gevraagd om zonder de tweede stap weer toegang tot uw account te krijgen. Was u dat niet, of is het niet meer nodig, annuleer het dan.',

  cancelledHeading: 'Het accountherstel is geannuleerd',
  cancelled: 'Het kan niet meer worden afgerond. Uw apparaten en herstelcodes zijn zoals ze waren.',
  cancelledHelp:
    'Als u dit niet hebt aangevraagd: wijzig uw wachtwoord en dat van uw mailbox. Hebben wij u geschreven dat het al was afgerond, waarschuw dan meteen de beheerders van deze dienst.',

  completedHeading: 'Dit accountherstel is afgerond',
  completed: 'Log in met uw wachtwoord en de tweede stap die u hebt ingesteld.',
  completedHelp:
    'Als u dit niet was: wijzig nu uw wachtwoord en waarschuw meteen de beheerders van deze dienst.',

  expiredHeading: 'Deze link werkt niet meer',
  expired:
    'Hij is te laat geopend, of het accountherstel is voorbij. Hebt u het nog nodig, vraag het dan opnieuw aan.',

  doneHeading: 'U hebt weer toegang tot uw account',
  done: 'Log de volgende keer in met uw wachtwoord en met wat u zojuist hebt ingesteld.',
  working: 'Een moment…',
};
