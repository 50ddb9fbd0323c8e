import type { AccountRecoveryStrings } from '../languages/en/account-recovery.js';
import { formatTime } from '../languages/format.js';
import type { RecoveryState } from './account-recovery.controller.js';

export interface Headline {
  heading: string;
  description: string;
}

/** What has happened, and what to do next, by the state of the recovery; empty where something else tells that. */
export function headlineOf(state: RecoveryState, language: string, texts: AccountRecoveryStrings): Headline {
  switch (state.name) {
    case 'asking':
      return { heading: texts.askHeading, description: texts.ask };
    case 'requested':
      return { heading: texts.requestedHeading, description: texts.requested(state.login) };
    case 'invited':
      return { heading: texts.inviteHeading, description: texts.invite };
    case 'waiting':
      return { heading: texts.waitingHeading, description: texts.waiting(formatTime(language, state.at)) };
    case 'mailed':
      return { heading: texts.mailedHeading, description: texts.mailed(formatTime(language, state.until)) };
    case 'ready':
      return { heading: texts.readyHeading, description: texts.ready };
    case 'cancelling':
      return { heading: texts.cancelHeading, description: texts.cancelling };
    case 'over':
      return { heading: texts[`${state.how}Heading`], description: texts[state.how] };
    case 'done':
      return { heading: texts.doneHeading, description: texts.done };
    case 'unreachable':
      return { heading: texts.askHeading, description: '' };
    default:
      return { heading: '', description: '' };
  }
}
