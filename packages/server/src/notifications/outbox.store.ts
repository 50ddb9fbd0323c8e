import type { Notice } from './notice.ts';

/** A mail that is due, claimed by one worker for a while. */
export interface ClaimedNotice extends Omit<Notice, 'quietFor'> {
  readonly id: string;
  /** How often sending was tried, this time included. */
  readonly attempts: number;
}

export interface OutboxStore {
  /**
   * Claims one due mail. A worker that dies with a claim loses it at `claimUntil`.
   */
  claimNotice(now: number, claimUntil: number): Promise<ClaimedNotice | undefined>;
  noticeSent(id: string, now: number): Promise<void>;
  noticeFailed(
    id: string,
    outcome: { retryAt: number } | { givenUpAt: number },
    error: string,
  ): Promise<void>;
}
