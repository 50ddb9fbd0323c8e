import type { Notice, NoticeName } from './notice.ts';

/** An address that needs no more of a mail. It is known by a hash: which addresses a person has is the host's to keep. */
export interface SettledAddress {
  readonly address: string;
  /** Why it refused the mail for good; absent for one that took it. */
  readonly error?: string;
}

/** A mail that is due, claimed by one worker for a while. */
export interface ClaimedNotice extends Omit<Notice, 'quietFor'> {
  readonly id: string;
  /** How often sending was tried, this time included. */
  readonly attempts: number;
  /** When it was tried first. */
  readonly triedSince: number;
  readonly settled: readonly SettledAddress[];
}

/** One worker's hold on a mail. What it says of the mail later changes nothing once another worker has it. */
export type NoticeClaim = Pick<ClaimedNotice, 'id' | 'userId' | 'attempts'>;

/** A mail that was given up for at least one address. */
export interface GivenUpNotice {
  /** The part of the notice's id that may leave the server; the mail's `Message-ID` begins with it. */
  readonly id: string;
  readonly name: NoticeName;
  readonly userId: string;
  readonly at: number;
  readonly givenUpAt: number;
  readonly attempts: number;
  /** How many addresses took it. */
  readonly told: number;
  readonly error: string;
}

/** How the mails stand. */
export interface NoticeFigures {
  readonly waiting: number;
  /** Since when the oldest of those has been waiting. */
  readonly waitingSince?: number;
  readonly givenUp: number;
}

export interface OutboxStore {
  /** Claims one due mail. A worker that dies with a claim loses it at `claimUntil`. */
  claimNotice(now: number, claimUntil: number): Promise<ClaimedNotice | undefined>;
  /**
   * Notes that an address took the mail, or refused it for good, and holds the claim for longer.
   *
   * @returns whether the claim still stands; without it, another worker goes on.
   */
  settleAddress(
    claim: NoticeClaim,
    settled: SettledAddress,
    now: number,
    claimUntil: number,
  ): Promise<boolean>;
  /** Holds the claim for longer. @returns whether it still stands. */
  holdNotice(claim: NoticeClaim, claimUntil: number): Promise<boolean>;
  /** Every address took it. */
  noticeSent(id: string, now: number): Promise<void>;
  noticeFailed(
    claim: NoticeClaim,
    outcome: { retryAt: number } | { givenUpAt: number },
    error: string,
  ): Promise<void>;
  /** Forgets a mail that has nothing to say any more. */
  dropNotice(claim: NoticeClaim): Promise<void>;
  /** The newest first. */
  listGivenUpNotices(most: number): Promise<readonly GivenUpNotice[]>;
  /**
   * Makes mails that were given up due again, with all their time before them, for the addresses that did not take them.
   *
   * @param id Of one mail alone.
   * @returns how many mails.
   */
  retryNotices(now: number, id?: string): Promise<number>;
  countNotices(): Promise<NoticeFigures>;
}
