import { plainText } from '../api/plain-text.ts';

/** Whatever stands around an at sign and is no space or bracket: receiving servers like to repeat whom they refuse. */
const ADDRESSES = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+/g;

/**
 * What an error says, fit for the database, the log and an operator's terminal: on one line, and without addresses, which are the host's to
 * keep. The words come from a mail server that anybody may run (rule K6).
 */
export const spokenError = (error: unknown): string =>
  plainText((error instanceof Error ? error.message : 'unknown').replace(ADDRESSES, '…'));
