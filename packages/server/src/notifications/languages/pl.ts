import { changes } from './pl/changes.ts';
import { enforcement } from './pl/enforcement.ts';
import { frame } from './pl/frame.ts';
import { recovery } from './pl/recovery.ts';
import { warnings } from './pl/warnings.ts';
import type { MailLanguage } from './mail-language.ts';

/** Polish, addressing people directly, and without saying which gender they are. */
export const pl: MailLanguage = {
  frame,
  notices: { ...changes, ...warnings, ...recovery, ...enforcement },
};
