import type { Logger } from 'pino';
import { plainText } from '../api/plain-text.ts';
import type { PlaceLookup } from '../ports/place-lookup.ts';

/** So long a list waits for the places in it, milliseconds. They are an extra, and nobody's list may depend on them. */
const PATIENCE = 500;

/** Where addresses are, as far as the host can tell, and in time. */
export interface Places {
  /** @returns the place of each address that has one. */
  of(ips: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** @param lookup Without one, nothing has a place. */
export function createPlaces(lookup: PlaceLookup | undefined, logger: Logger): Places {
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

  return {
    async of(ips) {
      const places = new Map<string, string>();
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, PATIENCE);
      });
      const all = Promise.all(
        [...new Set(ips)].map(async (ip) => {
          const place = await find(ip);
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
