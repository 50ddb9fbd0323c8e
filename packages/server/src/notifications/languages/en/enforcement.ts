import type { EnforcementNotice, NoticeFacts } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const what = ({ passkey = false }: NoticeFacts): string => (passkey ? 'a passkey' : 'two-step sign-in');
const HOW =
  'Sign in as you always do and open your security settings: it takes about two minutes, with your phone or this device.';

export const enforcement: NoticeTexts<EnforcementNotice> = {
  'mfa-asked': (facts, { time }) => ({
    subject: `Please set up ${what(facts)}`,
    happened:
      facts.deadline === undefined || facts.deadline <= facts.at
        ? `Your account needs ${what(facts)}. Until you have set it up, some actions are closed to you.`
        : `Your account needs ${what(facts)}. You have until ${time(facts.deadline)}; after that, some actions are closed to you until you have set it up.`,
    next: HOW,
  }),
  'mfa-reminder': (facts, { time }) => ({
    subject: `Remember to set up ${what(facts)}`,
    happened: `Your account needs ${what(facts)}, and it is not set up yet. From ${time(facts.deadline ?? facts.at)} on, some actions are closed to you until it is.`,
    next: HOW,
  }),
  'mfa-blocked': (facts, { time }) => ({
    subject: `An action was refused: set up ${what(facts)}`,
    happened: `Your account has needed ${what(facts)} since ${time(facts.deadline ?? facts.at)}, and it is not set up yet. An action was refused for that reason.`,
    next: HOW,
    notYou: 'Change your password now.',
  }),
  'mfa-exempted': (facts, { time }) => ({
    subject: 'You have more time to set up two-step sign-in',
    happened: `An administrator of your workspace let you go on without two-step sign-in until ${time(facts.until ?? facts.at)}.`,
    next: `${HOW} If you did not ask for more time, tell your administrator.`,
  }),
  'policy-changed': () => ({
    subject: 'The sign-in policy of your workspace was changed',
    happened: 'An administrator changed what your workspace asks of its people when they sign in.',
    next: 'What was changed, and by whom, is in the audit of your workspace.',
    notYou:
      'If no administrator should have done this, change it back, look at the audit, and end the sessions of whoever did.',
  }),
};
