/** How many letters have to be put in, taken out or changed to make one word of the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of Array.from(one).entries()) {
    let left = index + 1;
    row = row.map((above, place) => {
      if (place === 0) return left;
      const changed = (row[place - 1] ?? 0) + (letter === other[place - 1] ? 0 : 1);
      left = Math.min(above + 1, left + 1, changed);
      return left;
    });
  }
  return row.at(-1) ?? one.length;
}

/** One letter in so many may be wrong for a word to be taken for another. */
const LETTERS_PER_SLIP = 3;

/**
 * The word that was probably meant, whatever the case of its letters.
 *
 * @returns `undefined` when none is near.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const written = word.toLowerCase();
  const near = known
    .map((name) => ({ name, slips: distance(written, name.toLowerCase()) }))
    .filter(({ name, slips }) => slips <= Math.max(1, Math.floor(name.length / LETTERS_PER_SLIP)))
    .sort((one, other) => one.slips - other.slips);
  return near[0]?.name;
}
