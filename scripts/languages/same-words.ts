interface SameWord {
  readonly text: string;
  /** In which languages it is said the same. */
  readonly in: readonly string[];
  readonly because: string;
}

/** Texts that may be the same in another language as in English. Everything else that is was forgotten. */
export const SAME_WORDS: readonly SameWord[] = [
  { text: 'Name', in: ['de'], because: 'it is the same word' },
  { text: 'Passkey', in: ['de', 'it', 'nl'], because: 'the platforms call it so in these languages' },
  { text: 'Passkeys', in: ['de', 'nl'], because: 'the platforms call it so in these languages' },
  { text: 'Password', in: ['it'], because: 'Italian has borrowed the word' },
  { text: 'Adoption', in: ['fr'], because: 'it is the same word' },
  { text: 'Week', in: ['nl'], because: 'it is the same word' },
  { text: 'Later', in: ['nl'], because: 'it is the same word' },
];

export const maySayTheSame = (tag: string, text: string): boolean =>
  SAME_WORDS.some((word) => word.text === text && word.in.includes(tag));
