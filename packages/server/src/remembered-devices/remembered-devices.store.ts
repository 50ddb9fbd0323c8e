import type { Entry } from '../activity/journal.ts';
import type { AccountFacts } from '../sessions/account-facts.ts';
import type { MakingRoom, NewSession } from '../sessions/sessions.store.ts';
import type { SignInStart } from '../sign-in/sign-in.store.ts';

/** A device to be remembered. It carries the account's epoch of the moment at which it is recorded, and dies with it (rule S5). */
export interface NewDevice {
  readonly id: string;
  /** Names the device for as long as it is remembered. */
  readonly seriesHash: string;
  /** Proves it, and changes with each use. */
  readonly tokenHash: string;
  readonly userAgent: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** A device on its owner's list. */
export interface ListedDevice extends Omit<NewDevice, 'tokenHash'> {
  readonly lastUsedAt: number | undefined;
}

/** What a browser brought of a device, and the token that takes the place of the one it brought. */
export interface DeviceUse {
  readonly seriesHash: string;
  readonly tokenHash: string;
  readonly newTokenHash: string;
}

/** A sign-in in a browser that may be remembered. */
export interface RememberedSignIn {
  /** The session that it becomes if one of the devices holds. */
  readonly session: NewSession;
  readonly room: MakingRoom;
  readonly membership?: SignInStart['membership'];
  readonly devices: readonly DeviceUse[];
  /** Whether policy lets the person skip the challenge; asked of what is stored of them in that moment. */
  readonly maySkip: (facts: AccountFacts) => boolean;
  /** A device's last token but one still holds if it was in use after this: requests of one browser may cross. */
  readonly supersededSince: number;
  readonly unchangedSince: SignInStart['unchangedSince'];
  readonly replacing: SignInStart['replacing'];
  /** @param used The device that held; without one, none did. @param copied Devices that a stale token was brought for. */
  readonly entries: (used: string | undefined, copied: readonly string[]) => readonly Entry[];
}

/** What came of it. */
export interface RememberedVerdict {
  /** The device that held. Without one, the challenge is asked for. */
  readonly used?: string;
  /** Series whose token is the new one now. */
  readonly rotated: readonly string[];
  /** Which of the devices that the browser brought are alive, of whomever, and until when. */
  readonly alive: ReadonlyMap<string, number>;
}

export interface DeviceStore {
  /**
   * Signs a person in without the challenge if the browser brings a device of theirs: the device's token is used up and replaced and the
   * session recorded, all or nothing. A token that was used up earlier is a copy; its device is forgotten.
   */
  signInRemembered(signIn: RememberedSignIn): Promise<RememberedVerdict>;
  /** The live devices of a person, newest first. */
  listDevices(userId: string, now: number, most: number): Promise<readonly ListedDevice[]>;
  ownsDevice(userId: string, id: string): Promise<boolean>;
  /** @returns whether there was one to forget. */
  forgetDevice(userId: string, id: string, now: number, entries: readonly Entry[]): Promise<boolean>;
  forgetAllDevices(
    userId: string,
    now: number,
    entries: (ids: readonly string[]) => readonly Entry[],
  ): Promise<void>;
}
