import { changes } from './es/changes.ts';
import { enforcement } from './es/enforcement.ts';
import { frame } from './es/frame.ts';
import { recovery } from './es/recovery.ts';
import { warnings } from './es/warnings.ts';
import type { MailLanguage } from './mail-language.ts';

/** Spanish, with "usted". */
export const es: MailLanguage = {
  frame,
  notices: { ...changes, ...warnings, ...recovery, ...enforcement },
};
