import { entriesOf, type Origin } from '../activity/journal.ts';
import type { IssuedToken, LiveSession, SessionCall } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import { newId } from '../secrets/ids.ts';
import { hashOfToken, newToken } from '../secrets/tokens.ts';
import { readDevices, writeDevices } from './device-cookie.ts';
import type {
  DeviceStore,
  DeviceUse,
  ListedDevice,
  NewDevice,
  RememberedVerdict,
} from './remembered-devices.store.ts';

/** The last token but one still holds for so long after a use, milliseconds: requests of one browser may cross. */
const CROSSING = 30_000;

/** So many are listed: more than any person has, and a bound for the answer. */
const MOST_LISTED = 100;

/** What a browser holds, made ready to be used at a sign-in. */
export interface BroughtDevices {
  readonly uses: readonly DeviceUse[];
  readonly supersededSince: number;
  /** What the browser's cookie has to be after that; `undefined` when it may stay as it is. */
  cookieAfter(verdict: RememberedVerdict): IssuedToken | null | undefined;
}

/** A device as its owner sees it. */
export interface DeviceOnList extends ListedDevice {
  /** Whether it is the browser that asks. */
  readonly current: boolean;
}

/**
 * Browsers in which the challenge is skipped at sign-in (rule B2). A device gives no assurance and never counts as a proof inside a
 * session; all that it does is done at the end of a sign-in's first half.
 */
export interface RememberedDevices {
  /** Whether policy lets a browser be remembered at all. */
  readonly allowed: boolean;
  /** The devices in a browser's cookie; `undefined` where there is nothing to be used. */
  brought(cookie: string | undefined, now: number): BroughtDevices | undefined;
  /** A device to be recorded, and the cookie that its browser gets; others' devices in the same browser stay. */
  remember(
    cookie: string | undefined,
    origin: Origin,
  ): { readonly device: NewDevice; readonly cookie: IssuedToken };
  list(call: SessionCall): Promise<readonly DeviceOnList[]>;
  owns(session: LiveSession, id: string): Promise<boolean>;
  forget(call: SessionCall, id: string): Promise<void>;
  forgetAll(call: SessionCall): Promise<void>;
}

/**
 * @param lifetime Milliseconds, 30 days at most; `undefined` where no browser is to be remembered.
 */
export function createRememberedDevices(store: DeviceStore, lifetime: number | undefined): RememberedDevices {
  return {
    allowed: lifetime !== undefined,

    brought(cookie, now) {
      const held = lifetime === undefined ? [] : readDevices(cookie);
      if (held.length === 0) return undefined;
      const devices = held.map(({ series, token }) => {
        const fresh = newToken();
        const use = {
          seriesHash: hashOfToken(series),
          tokenHash: hashOfToken(token),
          newTokenHash: fresh.hash,
        };
        return { use, held: { series, token }, renewed: { series, token: fresh.value } };
      });
      return {
        uses: devices.map(({ use }) => use),
        supersededSince: now - CROSSING,

        cookieAfter({ used, rotated, alive }) {
          // Another request of this browser has brought the newer token home: what was brought here must not take its place.
          if (used !== undefined && rotated.length === 0) return undefined;
          const living = devices.filter(({ use }) => alive.has(use.seriesHash));
          if (living.length === 0) return null;
          if (rotated.length === 0 && living.length === held.length) return undefined;
          return {
            value: writeDevices(
              living.map((one) => (rotated.includes(one.use.seriesHash) ? one.renewed : one.held)),
            ),
            expiresAt: Math.max(...living.map(({ use }) => alive.get(use.seriesHash) ?? now)),
          };
        },
      };
    },

    remember(cookie, { now, userAgent }) {
      const [series, token] = [newToken(), newToken()];
      const expiresAt = now + (lifetime ?? 0);
      return {
        device: {
          id: newId(),
          seriesHash: series.hash,
          tokenHash: token.hash,
          userAgent,
          createdAt: now,
          expiresAt,
        },
        cookie: {
          value: writeDevices([...readDevices(cookie), { series: series.value, token: token.value }]),
          expiresAt,
        },
      };
    },

    async list({ session, deviceCookie, origin: { now } }) {
      const here = readDevices(deviceCookie).map(({ series }) => hashOfToken(series));
      const devices = await store.listDevices(session.userId, now, MOST_LISTED);
      return devices.map((device) => ({ ...device, current: here.includes(device.seriesHash) }));
    },

    owns: ({ userId }, id) => store.ownsDevice(userId, id),

    async forget({ session, origin }, id) {
      const entries = entriesOf(origin, session.userId, session.id);
      const forgotten = await store.forgetDevice(
        session.userId,
        id,
        origin.now,
        entries(forgottenBecause('revoked', id)),
      );
      if (!forgotten) throw new Problem('not_found');
    },

    forgetAll({ session, origin }) {
      const entries = entriesOf(origin, session.userId, session.id);
      return store.forgetAllDevices(session.userId, origin.now, (ids) =>
        ids.flatMap((id) => entries(forgottenBecause('revoked', id))),
      );
    },
  };
}

export const forgottenBecause = (reason: string, device: string) =>
  ({ event: 'auth.device.forgotten', outcome: 'success', reason, details: { device } }) as const;
