import type { EnforcementNotice, NoticeFacts } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const what = ({ passkey = false }: NoticeFacts): string =>
  passkey ? 'einen Passkey' : 'die Anmeldung in zwei Schritten';
const HOW =
  'Melden Sie sich an wie immer und öffnen Sie Ihre Sicherheitseinstellungen: Mit Ihrem Telefon oder diesem Gerät dauert es etwa zwei Minuten.';

export const enforcement: NoticeTexts<EnforcementNotice> = {
  'mfa-asked': (facts, { time }) => ({
    subject: `Bitte richten Sie ${what(facts)} ein`,
    happened:
      facts.deadline === undefined || facts.deadline <= facts.at
        ? `Ihr Konto braucht ${what(facts)}. Bis das eingerichtet ist, können Sie manches nicht mehr tun.`
        : `Ihr Konto braucht ${what(facts)}. Sie haben Zeit bis ${time(facts.deadline)}; danach können Sie manches nicht mehr tun, bis das eingerichtet ist.`,
    next: HOW,
  }),
  'mfa-reminder': (facts, { time }) => ({
    subject: `Denken Sie daran: Richten Sie ${what(facts)} ein`,
    happened: `Ihr Konto braucht ${what(facts)}, und das ist noch nicht eingerichtet. Ab ${time(facts.deadline ?? facts.at)} können Sie manches nicht mehr tun, bis es so weit ist.`,
    next: HOW,
  }),
  'mfa-blocked': (facts, { time }) => ({
    subject: `Etwas wurde abgelehnt: Richten Sie ${what(facts)} ein`,
    happened: `Ihr Konto braucht seit ${time(facts.deadline ?? facts.at)} ${what(facts)}, und das ist noch nicht eingerichtet. Deshalb wurde eine Aktion abgelehnt.`,
    next: HOW,
    notYou: 'Ändern Sie jetzt Ihr Passwort.',
  }),
  'mfa-exempted': (facts, { time }) => ({
    subject: 'Sie haben mehr Zeit für die Anmeldung in zwei Schritten',
    happened: `Eine Administratorin oder ein Administrator Ihres Arbeitsbereichs lässt Sie bis ${time(facts.until ?? facts.at)} ohne die Anmeldung in zwei Schritten weiterarbeiten.`,
    next: `${HOW} Wenn Sie nicht um mehr Zeit gebeten haben, sagen Sie dort Bescheid.`,
  }),
  'policy-changed': () => ({
    subject: 'Die Anmelderichtlinie Ihres Arbeitsbereichs wurde geändert',
    happened:
      'Jemand mit Administratorrechten hat geändert, was Ihr Arbeitsbereich von seinen Mitgliedern bei der Anmeldung verlangt.',
    next: 'Was von wem geändert wurde, steht im Prüfprotokoll Ihres Arbeitsbereichs.',
    notYou:
      'Wenn das niemand hätte tun dürfen, machen Sie es rückgängig, sehen Sie das Protokoll durch und beenden Sie die betreffenden Sitzungen.',
  }),
};
