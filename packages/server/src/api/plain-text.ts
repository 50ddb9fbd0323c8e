/**
 * What must not stand in text that people wrote: controls, line separators and the characters that change the direction of what follows,
 * since they make a log line or a row of a table read as something else (rule K6). The joiners that Persian words and some emoji need stay.
 */
const DECEPTIVE = '\\p{Cc}\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069';

const deceptiveCharacters = new RegExp(`[${DECEPTIVE}]`, 'gu');

/** Characters of a caller's text that are kept. */
const LONGEST = 256;

/** Most of what browsers send has nothing else in it, and is not looked through for the rare. */
const NOTHING_RARE = /^[\x20-\x7e]*$/;

/** Text of a caller's, made harmless and short enough to keep. */
export function plainText(text: string): string {
  const plain = NOTHING_RARE.test(text) ? text : text.replace(deceptiveCharacters, '');
  return plain.slice(0, LONGEST);
}

/** Matches text that needs no cleaning. */
export const PLAIN_TEXT = new RegExp(`^[^${DECEPTIVE}]*$`, 'u');
