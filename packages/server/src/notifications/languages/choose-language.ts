import type { NoticeName } from '../notice.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { zh } from './zh.ts';
import type { FrameTexts, MailLanguage, NoticeWords, PartialMailLanguage } from './mail-language.ts';

/** What one mail is written in. */
export interface ChosenLanguage {
  /** BCP 47. */
  readonly tag: string;
  readonly frame: FrameTexts;
  readonly words: NoticeWords;
}

/** @param wanted The person's BCP 47 tag; English when absent, or when there are no words for that mail in it. */
export type ChooseLanguage = (wanted: string | undefined, notice: NoticeName) => ChosenLanguage;

/** The languages that come with the kit. */
export const LANGUAGES = { en, ar, de, es, fr, he, it, ja, nl, pl, pt, zh } satisfies Readonly<
  Record<string, MailLanguage>
>;

/** As long as a tag has to be understood (RFC 5646, section 4.4.1); what is longer is none. */
const LONGEST_TAG = 35;

/** `de-CH` is looked for as it is, then as `de`. */
function prefixesOf(tag: string): readonly string[] {
  const parts = tag.split('-');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}

/**
 * A host stores what it likes as a language; what is no tag must not keep a mail from going out. Without its extensions, which say nothing
 * about words, but choose other calendars and digits.
 */
function canonical(tag: string): string | undefined {
  if (tag.length > LONGEST_TAG) return undefined;
  try {
    return new Intl.Locale(tag).baseName;
  } catch {
    return undefined;
  }
}

const isWhole = (frame: Partial<FrameTexts>): frame is FrameTexts =>
  Object.keys(en.frame).every((part) => frame[part as keyof FrameTexts] !== undefined);

/** @throws Error for a name that no mail, or no part of the frame, has: what stands there would never be said. */
function assertNames(own: Readonly<Record<string, PartialMailLanguage>>): void {
  const unknown = Object.entries(own).flatMap(([tag, { frame = {}, notices = {} }]) => [
    ...Object.keys(frame)
      .filter((name) => !Object.hasOwn(en.frame, name))
      .map((name) => `${tag}.frame.${name}`),
    ...Object.keys(notices)
      .filter((name) => !Object.hasOwn(en.notices, name))
      .map((name) => `${tag}.notices.${name}`),
  ]);
  if (unknown.length > 0) throw new Error(`mails.languages: there is no ${unknown.join(', no ')}`);
}

/**
 * Each mail is in one language as a whole: where a host's own language has no words for it, all of it is in English.
 *
 * @param own Languages of the host's, by BCP 47 tag; what they say goes before what the kit says.
 */
export function createLanguageChoice(
  own: Readonly<Record<string, PartialMailLanguage>> = {},
): ChooseLanguage {
  assertNames(own);
  const known = new Map<string, PartialMailLanguage[]>();
  for (const [tag, language] of [...Object.entries(own), ...Object.entries(LANGUAGES)]) {
    const key = canonical(tag) ?? tag;
    known.set(key, [...(known.get(key) ?? []), language]);
  }

  function find(tag: string, notice: NoticeName): ChosenLanguage | undefined {
    const layers = prefixesOf(tag).flatMap((prefix) => known.get(prefix) ?? []);
    const frame = layers.reduceRight<Partial<FrameTexts>>((all, layer) => ({ ...all, ...layer.frame }), {});
    const words = layers.map(({ notices }) => notices?.[notice]).find((found) => found !== undefined);
    return words && isWhole(frame) ? { tag, frame, words } : undefined;
  }

  return (wanted, notice) => {
    const tag = wanted === undefined ? undefined : canonical(wanted);
    return (
      (tag === undefined ? undefined : find(tag, notice)) ??
      find('en', notice) ?? { tag: 'en', frame: en.frame, words: en.notices[notice] }
    );
  };
}
