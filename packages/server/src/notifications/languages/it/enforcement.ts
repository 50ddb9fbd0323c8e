import type { EnforcementNotice, NoticeFacts } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const what = ({ passkey = false }: NoticeFacts): string =>
  passkey ? 'una passkey' : 'la verifica in due passaggi';
const HOW =
  'Acceda come sempre e apra le impostazioni di sicurezza: bastano circa due minuti, con il telefono o con questo dispositivo.';

export const enforcement: NoticeTexts<EnforcementNotice> = {
  'mfa-asked': (facts, { time }) => ({
    subject: `Configuri ${what(facts)}`,
    happened:
      facts.deadline === undefined || facts.deadline <= facts.at
        ? `Il Suo account richiede ${what(facts)}. Finché non viene configurata, alcune azioni non sono disponibili.`
        : `Il Suo account richiede ${what(facts)}. Termine: ${time(facts.deadline)}. Dopo, alcune azioni non saranno disponibili finché non viene configurata.`,
    next: HOW,
  }),
  'mfa-reminder': (facts, { time }) => ({
    subject: `Promemoria: configuri ${what(facts)}`,
    happened: `Il Suo account richiede ${what(facts)}, che non è ancora configurata. Termine: ${time(facts.deadline ?? facts.at)}. Dopo, alcune azioni non saranno disponibili finché non viene configurata.`,
    next: HOW,
  }),
  'mfa-blocked': (facts, { time }) => ({
    subject: `Un’azione è stata rifiutata: configuri ${what(facts)}`,
    happened: `Il Suo account richiede ${what(facts)}, che non è ancora configurata. Termine scaduto: ${time(facts.deadline ?? facts.at)}. Per questo motivo un’azione è stata rifiutata.`,
    next: HOW,
    notYou: 'Cambi subito la password.',
  }),
  'mfa-exempted': (facts, { time }) => ({
    subject: 'Ha più tempo per configurare la verifica in due passaggi',
    happened: `Un amministratore della Sua area di lavoro Le permette di continuare senza la verifica in due passaggi. Scadenza: ${time(facts.until ?? facts.at)}.`,
    next: `${HOW} Se non ha chiesto più tempo, avvisi l’amministratore.`,
  }),
  'policy-changed': () => ({
    subject: 'I criteri di accesso della Sua area di lavoro sono stati modificati',
    happened:
      'Un amministratore ha modificato ciò che la Sua area di lavoro richiede alle persone quando accedono.',
    next: 'Che cosa è stato modificato, e da chi, si trova nel registro di controllo dell’area di lavoro.',
    notYou:
      'Se nessun amministratore avrebbe dovuto farlo, annulli la modifica, consulti il registro di controllo e chiuda le sessioni di chi l’ha fatta.',
  }),
};
