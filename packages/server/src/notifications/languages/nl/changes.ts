import type { ChangeNotice } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const CHANGE_PASSWORD = 'Wijzig nu uw wachtwoord en bekijk uw beveiligingsinstellingen.';

export const changes: NoticeTexts<ChangeNotice> = {
  'mfa-enabled': () => ({
    subject: 'Tweestapsverificatie is ingeschakeld',
    happened: 'Vanaf nu is voor het inloggen op uw account een tweede stap nodig.',
    next: 'Bewaar uw herstelcodes op een veilige plek: daarmee kunt u inloggen als u uw apparaat kwijt bent.',
    notYou: CHANGE_PASSWORD,
  }),
  'mfa-disabled': () => ({
    subject: 'Tweestapsverificatie is uitgeschakeld',
    happened: 'Uw account is nu alleen nog met het wachtwoord beveiligd en uw herstelcodes werken niet meer.',
    notYou: CHANGE_PASSWORD,
  }),
  'totp-added': () => ({
    subject: 'Er is een authenticator-app toegevoegd',
    happened:
      'Er is een authenticator-app aan uw account toegevoegd. De codes daarvan zijn een tweede stap bij het inloggen.',
    notYou: 'Verwijder de app in uw beveiligingsinstellingen en wijzig nu uw wachtwoord.',
  }),
  'totp-removed': () => ({
    subject: 'Er is een authenticator-app verwijderd',
    happened: 'Er is een authenticator-app van uw account verwijderd. De codes daarvan werken niet meer.',
    notYou: CHANGE_PASSWORD,
  }),
  'passkey-added': () => ({
    subject: 'Er is een passkey toegevoegd',
    happened: 'Er is een passkey aan uw account toegevoegd. Wie die heeft, kan inloggen.',
    notYou: 'Verwijder de passkey in uw beveiligingsinstellingen en wijzig nu uw wachtwoord.',
  }),
  'passkey-revoked': () => ({
    subject: 'Er is een passkey verwijderd',
    happened: 'Er is een passkey van uw account verwijderd. Daarmee kan niet meer worden ingelogd.',
    notYou: CHANGE_PASSWORD,
  }),
  'recovery-code-used': ({ remaining = 0 }) => ({
    subject: 'Er is een herstelcode gebruikt',
    happened: `Iemand heeft op uw account ingelogd met een van uw herstelcodes. Resterende codes: ${remaining}.`,
    notYou: CHANGE_PASSWORD,
  }),
  'recovery-codes-regenerated': () => ({
    subject: 'Er zijn nieuwe herstelcodes gemaakt',
    happened: 'Er zijn nieuwe herstelcodes voor uw account gemaakt. De oude werken niet meer.',
    notYou: CHANGE_PASSWORD,
  }),
  'mfa-reset-by-admin': () => ({
    subject: 'Uw tweede stap is gereset',
    happened:
      'Een beheerder van uw werkruimte heeft alle apparaten en herstelcodes van uw account verwijderd. U bent overal uitgelogd.',
    next: 'Log in met uw wachtwoord; u stelt dan eerst een nieuwe tweede stap in. Hebt u hier niet om gevraagd, waarschuw dan nu uw beheerder en wijzig uw wachtwoord.',
  }),
};
