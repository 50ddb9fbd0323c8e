import { changes } from './en/changes.ts';
import { enforcement } from './en/enforcement.ts';
import { frame } from './en/frame.ts';
import { recovery } from './en/recovery.ts';
import { warnings } from './en/warnings.ts';
import type { MailLanguage } from './mail-language.ts';

/** English, which also stands in for every mail that a language has no words for. */
export const en: MailLanguage = {
  frame,
  notices: { ...changes, ...warnings, ...recovery, ...enforcement },
};
