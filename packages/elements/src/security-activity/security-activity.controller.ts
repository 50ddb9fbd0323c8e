import type { CallOptions } from '../client/mfa-client.js';
import type { MfaError } from '../client/mfa-error.js';
import type { WorkspaceEvent } from '../client/views-administration.js';
import type { ActivityAdvice, ActivityEvent, ActivityFilter, SessionView } from '../client/views.js';
import { PagedFlow, type Page, type PagedOutcome, type PagedState } from '../foundation/paged-flow.js';
import { readActivity, type Scope } from './activity-scope.js';

/** An event is meant: `list ⇄ asking ──→ reported ──→ list`. */
type Meant =
  /** Whether it really was somebody else. */
  | { name: 'asking'; event: ActivityEvent; trouble?: MfaError }
  /** What to do now. */
  | { name: 'reported'; event: ActivityEvent; next: readonly ActivityAdvice[] };

export type ActivityState = PagedState | Meant;

interface Reported {
  name: 'reported';
}

/** An event of the person's own, or of anybody in a workspace. */
type FeedEvent = ActivityEvent | WorkspaceEvent;

/** What came about, for the element to tell. */
export type Outcome = PagedOutcome<FeedEvent> | Reported;

/**
 * What happened to an account, newest first, as far as it was read. Owns whose activity it is, and which event is being reported. Does not
 * own what was typed into the filters, the words, or the focus.
 */
export class SecurityActivityController extends PagedFlow<FeedEvent, ActivityFilter, Meant, Reported> {
  /** Whose activity it is. */
  scope: Scope = 'own';

  protected override readonly staysAfter = ({ code }: MfaError): boolean => code === 'validation_failed';

  get isFiltered(): boolean {
    return Object.keys(this.filter).length > 0;
  }

  /** Reads anew, with the filter that is in force. @param scope whose activity. */
  override load(scope: Scope = this.scope): void {
    this.scope = scope;
    super.load();
  }

  /** Follows the session: something happened, here or elsewhere. */
  override follow(session: SessionView): void {
    super.follow(session);
    if (session.state === 'signed-in') this.#refresh();
  }

  /** Asks whether it really was somebody else. */
  ask(event: ActivityEvent): void {
    if (!this.isBusy) this.enter({ name: 'asking', event });
  }

  report(): void {
    if (this.state.name !== 'asking') return;
    const { event } = this.state;
    this.attempt(
      (options) => this.host.mfa.reportActivity(event.id, options),
      ({ next }) => {
        this.enter({ name: 'reported', event, next });
        this.succeeded({ name: 'reported' });
        this.#refresh();
      },
      (trouble) => ({ name: 'asking', event, trouble }),
    );
  }

  protected override async readPage(
    cursor: string | undefined,
    options: CallOptions,
    filter: ActivityFilter,
  ): Promise<Page<FeedEvent>> {
    const { events, next } = await readActivity(this.host.mfa, this.scope, filter, cursor, options);
    return { entries: events, next };
  }

  /** A failure changes nothing. */
  #refresh(): void {
    this.refresh(
      () => {
        const { state } = this;
        const isGone = 'event' in state && !this.entries.some(({ id }) => id === state.event.id);
        if (isGone && !this.isBusy) this.enter({ name: 'list' });
      },
      () => undefined,
    );
  }
}
