import type { PartialStrings, Strings } from './registry.js';

/** The languages that come with the kit, besides English. Each is loaded when it is first needed. */
export const BUILT_IN: Readonly<Record<string, () => Promise<Strings>>> = {
  ar: async () => (await import('./ar.js')).ar,
  de: async () => (await import('./de.js')).de,
  es: async () => (await import('./es.js')).es,
  fr: async () => (await import('./fr.js')).fr,
  he: async () => (await import('./he.js')).he,
  it: async () => (await import('./it.js')).it,
  ja: async () => (await import('./ja.js')).ja,
  nl: async () => (await import('./nl.js')).nl,
  pl: async () => (await import('./pl.js')).pl,
  pt: async () => (await import('./pt.js')).pt,
  zh: async () => (await import('./zh.js')).zh,
};

/** @param language its tag without region or script, in lower case; the kit may have no texts for it. */
export async function textsOf(language: string): Promise<PartialStrings> {
  // Old systems still call Hebrew by the tag that it had until 1989.
  const name = language === 'iw' ? 'he' : language;
  return Object.hasOwn(BUILT_IN, name) ? ((await BUILT_IN[name]?.()) ?? {}) : {};
}
