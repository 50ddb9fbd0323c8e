import bowser from 'bowser';
import type { Device } from './notice.ts';

const BROWSERS: ReadonlySet<string | undefined> = new Set(Object.values(bowser.BROWSER_MAP));
const SYSTEMS: ReadonlySet<string | undefined> = new Set(Object.values(bowser.OS_MAP));

/**
 * What a mail may say of the device that a request came from: only browsers and systems that everybody knows. Whoever sits there can have
 * a browser call itself "visit evil.example", and the words of a mail are ours (rule B6).
 */
export function knownDevice(userAgent: string | undefined): Device | undefined {
  // The library throws on an empty one.
  if (userAgent === undefined || userAgent.trim() === '') return undefined;
  const { browser, os } = bowser.parse(userAgent);
  const device = {
    ...(browser.name !== undefined && BROWSERS.has(browser.name) && { browser: browser.name }),
    ...(os.name !== undefined && SYSTEMS.has(os.name) && { system: os.name }),
  };
  return Object.keys(device).length === 0 ? undefined : device;
}
