import bowser from 'bowser';

/**
 * What a browser and its device are called in plain words, "Chrome on Windows", by what the browser says of itself. It may say anything:
 * this is a help for people who look for their own, and nothing is decided by it.
 *
 * @returns as much of it as can be told; `null` for what is no browser that anybody knows.
 */
export function deviceName(userAgent: string): string | null {
  // The library throws on an empty one.
  if (userAgent.trim() === '') return null;
  const { browser, os } = bowser.parse(userAgent);
  const names = [browser.name, os.name].filter((name) => name !== undefined && name !== '');
  return names.length === 0 ? null : names.join(' on ');
}
