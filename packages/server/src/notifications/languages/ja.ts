import { changes } from './ja/changes.ts';
import { enforcement } from './ja/enforcement.ts';
import { frame } from './ja/frame.ts';
import { recovery } from './ja/recovery.ts';
import { warnings } from './ja/warnings.ts';
import type { MailLanguage } from './mail-language.ts';

/** Japanese, in the polite です・ます style. */
export const ja: MailLanguage = {
  frame,
  notices: { ...changes, ...warnings, ...recovery, ...enforcement },
};
