import { changes } from './nl/changes.ts';
import { enforcement } from './nl/enforcement.ts';
import { frame } from './nl/frame.ts';
import { recovery } from './nl/recovery.ts';
import { warnings } from './nl/warnings.ts';
import type { MailLanguage } from './mail-language.ts';

/** Dutch, with "u". */
export const nl: MailLanguage = {
  frame,
  notices: { ...changes, ...warnings, ...recovery, ...enforcement },
};
