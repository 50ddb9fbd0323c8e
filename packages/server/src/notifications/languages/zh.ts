import { changes } from './zh/changes.ts';
import { enforcement } from './zh/enforcement.ts';
import { frame } from './zh/frame.ts';
import { recovery } from './zh/recovery.ts';
import { warnings } from './zh/warnings.ts';
import type { MailLanguage } from './mail-language.ts';

/** Chinese in simplified characters, with the polite 您. */
export const zh: MailLanguage = {
  frame,
  notices: { ...changes, ...warnings, ...recovery, ...enforcement },
};
