import type { EnforcementNotice, NoticeFacts } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const what = ({ passkey = false }: NoticeFacts): string => (passkey ? 'een passkey' : 'tweestapsverificatie');
const HOW =
  'Log in zoals altijd en open uw beveiligingsinstellingen: het kost ongeveer twee minuten, met uw telefoon of dit apparaat.';

export const enforcement: NoticeTexts<EnforcementNotice> = {
  'mfa-asked': (facts, { time }) => ({
    subject: `Stel ${what(facts)} in`,
    happened:
      facts.deadline === undefined || facts.deadline <= facts.at
        ? `Voor uw account is ${what(facts)} nodig. Zolang die niet is ingesteld, zijn sommige handelingen niet mogelijk.`
        : `Voor uw account is ${what(facts)} nodig. U hebt tot ${time(facts.deadline)}; daarna zijn sommige handelingen niet mogelijk totdat die is ingesteld.`,
    next: HOW,
  }),
  'mfa-reminder': (facts, { time }) => ({
    subject: `Herinnering: stel ${what(facts)} in`,
    happened: `Voor uw account is ${what(facts)} nodig, en die is nog niet ingesteld. Vanaf ${time(facts.deadline ?? facts.at)} zijn sommige handelingen niet mogelijk totdat die is ingesteld.`,
    next: HOW,
  }),
  'mfa-blocked': (facts, { time }) => ({
    subject: `Een handeling is geweigerd: stel ${what(facts)} in`,
    happened: `Voor uw account is sinds ${time(facts.deadline ?? facts.at)} ${what(facts)} nodig, en die is nog niet ingesteld. Daarom is een handeling geweigerd.`,
    next: HOW,
    notYou: 'Wijzig nu uw wachtwoord.',
  }),
  'mfa-exempted': (facts, { time }) => ({
    subject: 'U hebt meer tijd om tweestapsverificatie in te stellen',
    happened: `Een beheerder van uw werkruimte laat u zonder tweestapsverificatie doorgaan tot ${time(facts.until ?? facts.at)}.`,
    next: `${HOW} Hebt u niet om meer tijd gevraagd, waarschuw dan uw beheerder.`,
  }),
  'policy-changed': () => ({
    subject: 'Het inlogbeleid van uw werkruimte is gewijzigd',
    happened: 'Een beheerder heeft gewijzigd wat uw werkruimte bij het inloggen van de leden vraagt.',
    next: 'Wat er is gewijzigd, en door wie, staat in het auditlogboek van uw werkruimte.',
    notYou:
      'Had geen enkele beheerder dit mogen doen, draai de wijziging dan terug, bekijk het auditlogboek en beëindig de sessies van degene die het deed.',
  }),
};
