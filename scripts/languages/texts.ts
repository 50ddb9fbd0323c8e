/** What a language says: texts by feature and key, some of them made of what is put into them. */
export type Texts = string | Making | readonly Texts[] | { readonly [key: string]: Texts };

/** Makes a text of names, counts and answers to yes-or-no questions. */
export type Making = (...given: unknown[]) => string;

/** All texts of one language, by feature. */
export type LanguageTexts = Readonly<Record<string, Texts>>;

/** Stands behind each word whose form was chosen by `plural()`: a private character, which no text has. */
export const CHOSEN = '\u{f0000}';
