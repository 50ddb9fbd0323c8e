import { changes } from './ar/changes.ts';
import { enforcement } from './ar/enforcement.ts';
import { frame } from './ar/frame.ts';
import { recovery } from './ar/recovery.ts';
import { warnings } from './ar/warnings.ts';
import type { MailLanguage } from './mail-language.ts';

/** Modern standard Arabic, with digits from 0 to 9, as in codes and addresses. */
export const ar: MailLanguage = {
  frame,
  notices: { ...changes, ...warnings, ...recovery, ...enforcement },
};
