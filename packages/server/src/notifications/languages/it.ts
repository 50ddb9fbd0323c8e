import { changes } from './it/changes.ts';
import { enforcement } from './it/enforcement.ts';
import { frame } from './it/frame.ts';
import { recovery } from './it/recovery.ts';
import { warnings } from './it/warnings.ts';
import type { MailLanguage } from './mail-language.ts';

/** Italian, with "Lei". */
export const it: MailLanguage = {
  frame,
  notices: { ...changes, ...warnings, ...recovery, ...enforcement },
};
