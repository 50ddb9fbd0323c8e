import { changes } from './he/changes.ts';
import { enforcement } from './he/enforcement.ts';
import { frame } from './he/frame.ts';
import { recovery } from './he/recovery.ts';
import { warnings } from './he/warnings.ts';
import type { MailLanguage } from './mail-language.ts';

/** Hebrew, in the plural and in nouns, which suit everybody. */
export const he: MailLanguage = {
  frame,
  notices: { ...changes, ...warnings, ...recovery, ...enforcement },
};
