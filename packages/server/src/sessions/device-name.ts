import bowser from 'bowser';

/** So many different names of browsers are kept in mind; a page of events has one or two, and reading one costs more than all else of an event. */
const KEPT = 1_000;
const kept = new Map<string, string | null>();

/**
 * What a browser and its device are called in plain words, "Chrome on Windows", by what the browser says of itself. It may say anything:
 * this is a help for people who look for their own, and nothing is decided by it.
 *
 * @returns as much of it as can be told; `null` for what is no browser that anybody knows.
 */
export function deviceName(userAgent: string): string | null {
  const known = kept.get(userAgent);
  if (known !== undefined) return known;
  const name = readName(userAgent);
  // Whoever sends another one with each request makes room for the next.
  if (kept.size >= KEPT) kept.clear();
  kept.set(userAgent, name);
  return name;
}

function readName(userAgent: string): string | null {
  // The library throws on an empty one.
  if (userAgent.trim() === '') return null;
  const { browser, os } = bowser.parse(userAgent);
  const names = [browser.name, os.name].filter((name) => name !== undefined && name !== '');
  return names.length === 0 ? null : names.join(' on ');
}
