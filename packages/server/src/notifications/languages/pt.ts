import { changes } from './pt/changes.ts';
import { enforcement } from './pt/enforcement.ts';
import { frame } from './pt/frame.ts';
import { recovery } from './pt/recovery.ts';
import { warnings } from './pt/warnings.ts';
import type { MailLanguage } from './mail-language.ts';

/** Portuguese, with "você": Brazilian, in words that are read in Portugal as well. */
export const pt: MailLanguage = {
  frame,
  notices: { ...changes, ...warnings, ...recovery, ...enforcement },
};
