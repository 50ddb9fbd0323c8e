import type { WarningNotice } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const SOMEBODY_KNOWS = 'Iemand kent uw wachtwoord: wijzig het nu.';

export const warnings: NoticeTexts<WarningNotice> = {
  'new-sign-in': () => ({
    subject: 'Ingelogd vanaf een nieuw apparaat of een nieuwe plek',
    happened:
      'Iemand heeft op uw account ingelogd met een apparaat, of vanuit een netwerk, dat nog niet eerder met dit account was gebruikt.',
    next: 'Als u dit was, hoeft u niets te doen.',
    notYou:
      'Beëindig die sessie in uw beveiligingsinstellingen, wijzig nu uw wachtwoord en verwijder daar elk apparaat dat u niet kent.',
  }),
  'passkey-counter-anomaly': () => ({
    subject: 'Een passkey gedroeg zich onverwacht',
    happened: 'Een van uw passkeys is gebruikt zoals bij een gekopieerde beveiligingssleutel zou gebeuren.',
    next: 'Is de sleutel van u en heeft niemand die gekopieerd, verwijder die dan en voeg die opnieuw toe.',
    notYou: 'Verwijder de passkey nu in uw beveiligingsinstellingen en wijzig uw wachtwoord.',
  }),
  'code-replayed': () => ({
    subject: 'Een inlogcode is twee keer gebruikt',
    happened:
      'Een code, of het antwoord van een passkey, die al was gebruikt, is opnieuw verzonden en geweigerd. Dat kan komen doordat er twee keer op een knop is gedrukt.',
    notYou: 'Mogelijk kent iemand uw wachtwoord: wijzig het nu.',
  }),
  'wrong-codes': () => ({
    subject: 'Meerdere onjuiste inlogcodes',
    happened:
      'Er zijn voor uw account meerdere onjuiste codes achter elkaar ingevoerd, na het juiste wachtwoord.',
    notYou: SOMEBODY_KNOWS,
  }),
  'too-many-attempts': () => ({
    subject: 'Te veel onjuiste inlogcodes',
    happened:
      'Iemand die uw wachtwoord kent, of een link uit onze e-mail heeft, heeft te veel onjuiste codes of wachtwoorden ingevoerd. Die worden een tijd lang geweigerd.',
    notYou: 'Wijzig nu uw wachtwoord.',
  }),
  'factor-locked': () => ({
    subject: 'Een authenticator-app is vergrendeld',
    happened:
      'Na veel onjuiste codes achter elkaar is een authenticator-app van uw account definitief vergrendeld.',
    next: 'Log in met een herstelcode of een passkey en stel de app opnieuw in.',
    notYou: SOMEBODY_KNOWS,
  }),
  'recovery-codes-locked': () => ({
    subject: 'Uw herstelcodes zijn vergrendeld',
    happened:
      'Na veel onjuiste codes achter elkaar zijn de herstelcodes van uw account definitief vergrendeld. Geen ervan werkt nog.',
    next: 'Log in met een authenticator-app of een passkey en maak nieuwe herstelcodes.',
    notYou: SOMEBODY_KNOWS,
  }),
  'activity-reported': () => ({
    subject: 'U hebt iets gemeld dat u niet was',
    happened: 'In de beveiligingsactiviteit van uw account is gemeld dat u iets niet zelf hebt gedaan.',
    next: 'Beëindig alle andere sessies, wijzig uw wachtwoord en verwijder elk apparaat dat u niet kent. Komt de melding niet van u, doe dit dan des te meer: iemand zit in uw account.',
  }),
};
