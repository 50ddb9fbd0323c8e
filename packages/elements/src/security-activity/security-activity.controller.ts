import { MfaError } from '../client/mfa-error.js';
import type { WorkspaceEvent } from '../client/views-administration.js';
import type {
  ActivityAdvice,
  ActivityEvent,
  ActivityFilter,
  ActivityPage,
  SessionView,
} from '../client/views.js';
import { Flow } from '../foundation/flow.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { ServerCall } from '../foundation/server-call.js';
import { readActivity, type Scope } from './activity-scope.js';

/**
 * The states of the feed, and where each may lead:
 *
 * ```
 * loading ──→ feed ⇄ asking ──→ reported ──→ feed
 *    │  ↑       └──→ loading                     other filters
 *    ↓  │
 * unreachable
 * ```
 */
export type ActivityState =
  | { name: 'loading' }
  | { name: 'unreachable'; error: MfaError }
  /** `trouble`: a filter was refused, or what is older did not come; what is on show stays. */
  | { name: 'feed'; trouble?: MfaError }
  /** Whether it really was somebody else. */
  | { name: 'asking'; event: ActivityEvent; trouble?: MfaError }
  /** What to do now. */
  | { name: 'reported'; event: ActivityEvent; next: readonly ActivityAdvice[] };

/** What came about, for the element to tell. */
export type Outcome =
  | { name: 'found' }
  /** @param first the newest of those that came. */
  | { name: 'older'; first: ActivityEvent | undefined; count: number }
  | { name: 'reported' };

interface Audience {
  /** Called at each change of state, before the element renders it. */
  entered: (state: ActivityState, before: ActivityState) => void;
  /** Called for what succeeded, after the state it led to was entered. */
  succeeded: (outcome: Outcome) => void;
}

/**
 * What happened to an account, as far as it was read. Owns the events, the filter that they were asked for with, how far back they go,
 * which of them is being reported, and the calls. Does not own what was typed into the filters, the words, or the focus.
 * It is a controller because calls end, and what the events tell of a person is forgotten, when the element leaves the page.
 */
export class SecurityActivityController extends Flow<ActivityState> {
  /** Newest first. */
  events: readonly (ActivityEvent | WorkspaceEvent)[] = [];
  /** What is asked for; also what a file is made of. */
  filter: ActivityFilter = {};
  /** Whose activity it is. */
  scope: Scope = 'own';

  readonly #succeeded: Audience['succeeded'];
  readonly #reading: ServerCall;
  readonly #refreshing: ServerCall;
  #next: string | null = null;
  #isReadingOn = false;

  constructor(host: MfaElement, { entered, succeeded }: Audience) {
    super(host, { name: 'loading' }, entered);
    this.#succeeded = succeeded;
    this.#reading = new ServerCall(host);
    this.#refreshing = new ServerCall(host);
  }

  /** Whether reading takes so long that it should show. */
  override get slow(): boolean {
    return this.#reading.slow;
  }

  /** Whether what is older is on its way. */
  get isReadingOn(): boolean {
    return this.#reading.pending && this.#isReadingOn;
  }

  /** Whether there is more to read. */
  get hasOlder(): boolean {
    return this.#next !== null;
  }

  get isFiltered(): boolean {
    return Object.keys(this.filter).length > 0;
  }

  hostDisconnected(): void {
    this.#forget();
  }

  /** Reads anew, with the filter that is in force. @param scope whose activity. */
  load(scope: Scope = this.scope): void {
    this.scope = scope;
    this.call.cancel();
    this.#forget();
    this.#read(this.filter);
  }

  /** Asks for other events; what is on show stays until they are there. */
  search(filter: ActivityFilter): void {
    if (!this.isBusy) this.#read(filter, () => this.#succeeded({ name: 'found' }));
  }

  /** Reads on where the events end. */
  showOlder(): void {
    const cursor = this.#next;
    if (cursor === null || this.#reading.pending) return;
    this.#isReadingOn = true;
    this.#reading.run(
      (options) => readActivity(this.host.mfa, this.scope, this.filter, cursor, options),
      ({ events, next }) => {
        const known = new Set(this.events.map(({ id }) => id));
        const older = events.filter(({ id }) => !known.has(id));
        this.events = [...this.events, ...older];
        this.#next = next;
        if (this.state.name === 'feed') this.enter({ name: 'feed' });
        this.#succeeded({ name: 'older', first: older[0], count: older.length });
      },
      (trouble) => {
        if (this.state.name === 'feed') this.enter({ name: 'feed', trouble });
      },
    );
  }

  /** Follows the session: something happened, here or elsewhere. */
  follow({ state }: SessionView): void {
    if (state !== 'signed-in') {
      this.call.cancel();
      this.#reading.cancel();
      this.#refreshing.cancel();
      this.#forget();
      this.enter({ name: 'unreachable', error: new MfaError('session_required') });
    } else if (this.state.name === 'unreachable') this.load();
    else this.#refresh();
  }

  /** Asks whether it really was somebody else. */
  ask(event: ActivityEvent): void {
    if (!this.isBusy) this.enter({ name: 'asking', event });
  }

  /** Back to the feed, with nothing reported; or with what was to be done read. */
  close(): void {
    if (!this.isBusy) this.enter({ name: 'feed' });
  }

  report(): void {
    if (this.state.name !== 'asking') return;
    const { event } = this.state;
    this.attempt(
      (options) => this.host.mfa.reportActivity(event.id, options),
      ({ next }) => {
        this.enter({ name: 'reported', event, next });
        this.#succeeded({ name: 'reported' });
        this.#refresh();
      },
      (trouble) => ({ name: 'asking', event, trouble }),
    );
  }

  #forget(): void {
    this.events = [];
    this.#next = null;
  }

  #read(filter: ActivityFilter, done?: () => void): void {
    const { filter: before } = this;
    this.filter = filter;
    this.#reading.cancel();
    this.#refreshing.cancel();
    this.#isReadingOn = false;
    this.enter({ name: 'loading' });
    this.#reading.run(
      (options) => readActivity(this.host.mfa, this.scope, filter, undefined, options),
      ({ events, next }) => {
        this.events = events;
        this.#next = next;
        this.enter({ name: 'feed' });
        done?.();
      },
      (error) => {
        if (error.code === 'validation_failed' && done) {
          this.filter = before;
          this.enter({ name: 'feed', trouble: error });
        } else {
          this.#forget();
          this.enter({ name: 'unreachable', error });
        }
      },
    );
  }

  /** Fetches what is new while what is on show stays; a failure changes nothing. */
  #refresh(): void {
    if (this.#reading.pending) return;
    this.#refreshing.cancel();
    this.#refreshing.run(
      (options) => readActivity(this.host.mfa, this.scope, this.filter, undefined, options),
      (page) => {
        if (this.state.name === 'unreachable') return;
        this.#merge(page);
        const { state } = this;
        const isGone = 'event' in state && !this.events.some(({ id }) => id === state.event.id);
        if (isGone && !this.isBusy) this.enter({ name: 'feed' });
      },
      () => undefined,
    );
  }

  #merge({ events, next }: ActivityPage): void {
    const fresh = new Set(events.map(({ id }) => id));
    const older = this.events.filter(({ id }) => !fresh.has(id));
    // Nothing in common means that something in between is missing.
    const isWhole = older.length > 0 && older.length < this.events.length;
    this.events = isWhole ? [...events, ...older] : events;
    if (!isWhole) this.#next = next;
  }
}
