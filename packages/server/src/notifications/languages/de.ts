import { changes } from './de/changes.ts';
import { enforcement } from './de/enforcement.ts';
import { frame } from './de/frame.ts';
import { recovery } from './de/recovery.ts';
import { warnings } from './de/warnings.ts';
import type { MailLanguage } from './mail-language.ts';

/** German, with the polite "Sie". */
export const de: MailLanguage = {
  frame,
  notices: { ...changes, ...warnings, ...recovery, ...enforcement },
};
