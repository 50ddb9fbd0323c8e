import { changes } from './fr/changes.ts';
import { enforcement } from './fr/enforcement.ts';
import { frame } from './fr/frame.ts';
import { recovery } from './fr/recovery.ts';
import { warnings } from './fr/warnings.ts';
import type { MailLanguage } from './mail-language.ts';

/** French, with "vous". */
export const fr: MailLanguage = {
  frame,
  notices: { ...changes, ...warnings, ...recovery, ...enforcement },
};
