interface SameWord {
  /** The English text; what is put into it is `…`. */
  readonly text: string;
  /** In which languages it is said the same. */
  readonly in: readonly string[] | 'all';
  readonly because: string;
}

/** Texts that may be the same in another language as in English. Everything else that is was forgotten. */
export const SAME_WORDS: readonly SameWord[] = [
  { text: '–', in: 'all', because: 'a dash is no word' },
  { text: 'Name', in: ['de'], because: 'it is the same word' },
  { text: 'Passkey', in: ['de'], because: 'the platforms call it so in this language' },
  { text: 'Passkeys', in: ['de'], because: 'the platforms call it so in this language' },
];

/** @param text with `…` for what is put into it */
export const maySayTheSame = (tag: string, text: string): boolean =>
  SAME_WORDS.some((word) => word.text === text && (word.in === 'all' || word.in.includes(tag)));
