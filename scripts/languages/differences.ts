import { maySayTheSame } from './same-words.ts';
import { CHOSEN, type LanguageTexts, type Making, type Texts } from './texts.ts';

/** Opens and closes what has a direction of its own inside of a sentence. */
const ISOLATES = /\u2068[^\u2068\u2069]*\u2069/g;

/** One for each form that a language may have of a word: 0, 1, 2, few, many, and others. */
const COUNTS = [0, 1, 2, 3, 5, 11, 21, 22, 25, 100, 101];

/** Letters, so that no marker looks like a count. */
const markerOf = (index: number): string => `❰${'abcdefgh'.charAt(index)}❱`;

/**
 * What a language lacks, has too much, or says like English.
 *
 * @param tag BCP 47, of the language
 * @returns what is wrong, for people, each with the language and the key
 */
export const differences = (tag: string, english: LanguageTexts, texts: LanguageTexts): readonly string[] =>
  compare(english, texts, { tag, key: '' });

interface Place {
  readonly tag: string;
  readonly key: string;
}

function compare(english: Texts, texts: Texts | undefined, { tag, key }: Place): readonly string[] {
  const wrong = (what: string): readonly string[] => [`${tag}: ${key} ${what}`];
  if (texts === undefined) return wrong('is missing');
  if (kindOf(texts) !== kindOf(english))
    return wrong(`is ${kindOf(texts)}, and in English ${kindOf(english)}`);
  if (typeof english === 'function')
    return making(tag, english, texts as Making).flatMap((what) => wrong(what));
  if (typeof english === 'string') return said(tag, english, texts as string).flatMap((what) => wrong(what));
  const [wanted, found] = [english, texts].map((some) => new Map(Object.entries(some)));
  const at = (name: string): Place => ({ tag, key: key === '' ? name : `${key}.${name}` });
  return [
    ...[...(wanted ?? [])].flatMap(([name, text]) =>
      compare(text as Texts, found?.get(name) as Texts, at(name)),
    ),
    ...[...(found ?? [])]
      .filter(([name]) => !wanted?.has(name))
      .map(([name]) => `${tag}: ${at(name).key} is not in English`),
  ];
}

function kindOf(texts: Texts): string {
  if (Array.isArray(texts)) return 'a list';
  return { string: 'a text', function: 'made of something' }[typeof texts as string] ?? 'a group';
}

function said(tag: string, english: string, text: string): readonly string[] {
  if (text.trim() === '' && english.trim() !== '') return ['is empty'];
  if (/[\u2068\u2069]/.test(text.replace(ISOLATES, '').replace(ISOLATES, '')))
    return ['opens or closes a direction of writing without the other'];
  return text === english && /\p{L}/u.test(text) && !maySayTheSame(tag, english)
    ? ['is the same as in English']
    : [];
}

/** Everything that can be wrong with a text that is made of something. */
function making(tag: string, english: Making, own: Making): readonly string[] {
  try {
    return [...new Set([...marked(tag, english, own), ...counted(tag, english, own)])];
  } catch (error) {
    return [`can’t be made: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** What English puts into a text has to be in the other language as well, whichever way the questions are answered. */
function marked(tag: string, english: Making, own: Making): readonly string[] {
  const markers = Array.from({ length: english.length }, (_, index) => markerOf(index));
  return combinations(markers.map((marker) => [marker, ''])).flatMap((given) => {
    const [there, here] = [english(...given), own(...given).replaceAll(CHOSEN, '')];
    const ignored = markers.filter(
      (marker, index) => there.includes(marker) && !here.includes(marker) && !tells(tag, own, given, index),
    );
    const plain = (text: string): string => text.replace(/❰\w❱/g, '…');
    return [
      ...ignored.map(
        (marker) => `leaves out what English puts in, number ${String(markers.indexOf(marker) + 1)}`,
      ),
      ...said(tag, plain(there), plain(here)),
    ];
  });
}

/** Whether a number is told, in the language's own way of writing it. */
function tells(tag: string, own: Making, given: readonly unknown[], index: number): boolean {
  const number = 1204;
  const text = own(...given.with(index, number));
  return text.includes(new Intl.NumberFormat(tag).format(number));
}

/** Where English has another form for one than for several, a language with more forms has to choose among all of its own. */
function counted(tag: string, english: Making, own: Making): readonly string[] {
  const forms = new Set(COUNTS.map((count) => new Intl.PluralRules(tag).select(count)));
  const parameters = Array.from({ length: english.length }, (_, index) => index);
  return combinations(parameters.map((index) => [markerOf(index), ''])).flatMap((given) =>
    parameters
      .filter((index) => words(english, given, index, 1) !== words(english, given, index, 2))
      .filter((index) => {
        const texts = COUNTS.map((count) => own(...given.with(index, count)));
        return (
          [...forms].some((form) => form !== 'one' && form !== 'other') && !texts.join('').includes(CHOSEN)
        );
      })
      .map(() => `has one form of a word for every number, and ${tag} has ${[...forms].join(', ')}`),
  );
}

/** A text for a number, without that number; what is made of texts alone has none. */
function words(make: Making, given: readonly unknown[], index: number, count: number): string {
  try {
    return make(...given.with(index, count)).replaceAll(
      new RegExp(`(?<!\\d)${String(count)}(?!\\d)`, 'g'),
      '#',
    );
  } catch {
    return '';
  }
}

function combinations(choices: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
  return choices.reduce<readonly (readonly unknown[])[]>(
    (all, choice) => all.flatMap((given) => choice.map((value) => [...given, value])),
    [[]],
  );
}
