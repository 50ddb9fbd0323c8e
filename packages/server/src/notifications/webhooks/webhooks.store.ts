import type { ReportedEvent } from './webhook-event.ts';

/** Which events an endpoint asks for. */
export interface WebhookSubscription {
  readonly endpoint: string;
  /** Beginnings of event names, each ending with a dot; the empty one stands for all events. */
  readonly prefixes: readonly string[];
}

/** What is not asked for any more. */
export interface ForgottenSubscription {
  readonly endpoint: string;
  readonly prefix: string;
}

/** One event for one endpoint. */
export interface WebhookKey {
  readonly endpoint: string;
  readonly eventId: string;
}

/** A delivery that is due, claimed by one worker for a while. */
export interface ClaimedWebhook extends WebhookKey {
  /** `undefined` when the audit does not have it any more. */
  readonly event: ReportedEvent | undefined;
  /** How often delivering was tried, this time included. */
  readonly attempts: number;
}

/** A delivery that was given up. */
export interface GivenUpWebhook {
  /** The part of the event's id that may leave the server; what receivers see as the id. */
  readonly id: string;
  readonly endpoint: string;
  readonly event: string;
  readonly at: number;
  readonly givenUpAt: number;
  readonly attempts: number;
  readonly error: string;
}

/** How the deliveries to one endpoint stand. */
export interface WebhookFigures {
  readonly endpoint: string;
  readonly waiting: number;
  /** Since when the oldest of those has been waiting. */
  readonly waitingSince?: number;
  readonly givenUp: number;
}

export interface WebhookStore {
  /**
   * Notes what is asked for from now on: whatever writes an event, leaves a delivery for each endpoint that asks for it, in the same
   * transaction. What no process has asked for since `staleBefore` is forgotten.
   *
   * @returns what was forgotten.
   */
  subscribeWebhooks(
    subscriptions: readonly WebhookSubscription[],
    now: number,
    staleBefore: number,
  ): Promise<readonly ForgottenSubscription[]>;
  /** Claims one due delivery to an endpoint. A worker that dies with a claim loses it at `claimUntil`. */
  claimWebhook(endpoint: string, now: number, claimUntil: number): Promise<ClaimedWebhook | undefined>;
  webhookSent(webhook: WebhookKey, now: number): Promise<void>;
  /** Changes nothing when another worker has it by now. */
  webhookFailed(
    webhook: WebhookKey & Pick<ClaimedWebhook, 'attempts'>,
    outcome: { retryAt: number } | { givenUpAt: number },
    error: string,
  ): Promise<void>;
  /** The newest first. */
  listGivenUpWebhooks(most: number): Promise<readonly GivenUpWebhook[]>;
  /**
   * Makes what was given up due again, with all its tries before it.
   *
   * @param id Of one event alone.
   * @returns how many deliveries.
   */
  retryWebhooks(now: number, id?: string): Promise<number>;
  /** Of every endpoint that asks for events now. */
  countWebhooks(): Promise<readonly WebhookFigures[]>;
}
