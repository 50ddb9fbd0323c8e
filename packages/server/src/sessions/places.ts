import { isIP } from 'node:net';
import { plainText } from '../api/plain-text.ts';
import type { Log } from '../ports/log.ts';
import type { PlaceLookup } from '../ports/place-lookup.ts';

/** So long a list waits for the places in it, milliseconds. They are an extra, and nobody's list may depend on them. */
const PATIENCE = 500;

/** So many look-ups are under way at once, for all lists together; what more there would be has no place this time. */
const MOST_AT_ONCE = 100;

/** A look-up that has not ended after so long, milliseconds, is asked for anew, and takes no room any more. */
const GIVEN_UP_AFTER = 30_000;

/** Where addresses are, as far as the host can tell, and in time. */
export interface Places {
  /** @returns the place of each address that has one. */
  of(ips: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** @param lookup Without one, nothing has a place. */
export function createPlaces(lookup: PlaceLookup | undefined, logger: Log): Places {
  if (!lookup) return { of: () => Promise.resolve(new Map()) };

  async function find(ip: string): Promise<string | undefined> {
    try {
      const place: unknown = await lookup?.find(ip);
      return typeof place === 'string' ? plainText(place).trim() : undefined;
    } catch (error) {
      logger.warn({ err: error }, 'the place of an address could not be looked up');
      return undefined;
    }
  }

  const underWay = new Map<string, Promise<string | undefined>>();

  /** Lists that are asked for again and again, and a port that never answers, must not pile up questions about one address. */
  function findOnce(ip: string): Promise<string | undefined> {
    const asked = underWay.get(ip);
    if (asked) return asked;
    if (isIP(ip) === 0 || underWay.size >= MOST_AT_ONCE) return Promise.resolve(undefined);
    const forget = (): void => {
      if (underWay.get(ip) === found) underWay.delete(ip);
    };
    const timer = setTimeout(forget, GIVEN_UP_AFTER).unref();
    const found = find(ip).finally(() => {
      clearTimeout(timer);
      forget();
    });
    underWay.set(ip, found);
    return found;
  }

  return {
    async of(ips) {
      const places = new Map<string, string>();
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, PATIENCE);
      });
      const all = Promise.all(
        [...new Set(ips)].map(async (ip) => {
          const place = await findOnce(ip);
          if (place !== undefined && place !== '') places.set(ip, place);
        }),
      );
      await Promise.race([all, late]);
      clearTimeout(timer);
      // A copy: what is found too late must not come into a list that is being written.
      return new Map(places);
    },
  };
}
