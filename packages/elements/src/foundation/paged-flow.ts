import type { CallOptions } from '../client/mfa-client.js';
import type { MfaError } from '../client/mfa-error.js';
import type { MfaElement } from './mfa-element.js';
import { PersonalFlow, type Absent } from './personal-flow.js';
import { ServerCall } from './server-call.js';

/**
 * The states that all paged lists have, and where each may lead; what is done to an entry adds others:
 *
 * ```
 * loading ──→ list ⇄ …
 *    │  ↑       └──→ loading                 another filter
 *    ↓  │
 * unreachable
 * ```
 */
export type PagedState =
  | Absent
  /** `trouble`: what was asked for was refused, or did not come; what is on show stays. */
  | { name: 'list'; trouble?: MfaError };

/** What came about, for the element to tell. */
export type PagedOutcome<Entry> =
  | { name: 'found' }
  /** @param first the first of those that came. */
  | { name: 'more'; first: Entry | undefined; count: number };

/** What the server answers at once. */
export interface Page<Entry> {
  entries: readonly Entry[];
  /** Where the list goes on; null at its end. */
  next: string | null;
  /** Id of the person who may read it, where that matters. */
  reader?: string | undefined;
}

export interface PagedAudience<State, Outcome> {
  /** Called at each change of state, before the element renders it. */
  entered: (state: State, before: State) => void;
  /** Called for what succeeded, after the state it led to was entered. */
  succeeded: (outcome: Outcome) => void;
}

/**
 * A list that the server gives in pages, as far as it was read. Owns the entries, the filter that they were asked for with, where the list
 * goes on, and the calls that read. Does not own what is done to an entry, the words, or the focus.
 * It is a controller because calls end, and what the list tells of people is forgotten, when the element leaves the page.
 */
export abstract class PagedFlow<
  Entry extends { id: string },
  Filter extends object,
  State extends { name: string },
  Outcome = never,
> extends PersonalFlow<PagedState | State> {
  /** In the order of the server. */
  entries: readonly Entry[] = [];
  /** What is asked for; while that is on its way, not yet what is on show. */
  filter = {} as Filter;
  /** What the entries were asked for with. */
  shownFilter = this.filter;

  /** Whether what is on show stays there when something else was asked for in vain. */
  protected readonly staysAfter: (error: MfaError) => boolean = () => this.entries.length > 0;
  protected readonly succeeded: (outcome: PagedOutcome<Entry> | Outcome) => void;
  readonly #reading: ServerCall;
  readonly #refreshing: ServerCall;
  #next: string | null = null;
  #isReadingOn = false;

  constructor(
    host: MfaElement,
    { entered, succeeded }: PagedAudience<PagedState | State, PagedOutcome<Entry> | Outcome>,
  ) {
    super(host, entered);
    this.succeeded = succeeded;
    this.#reading = new ServerCall(host);
    this.#refreshing = new ServerCall(host);
  }

  /** Whether reading takes so long that it should show. */
  override get slow(): boolean {
    return this.#reading.slow;
  }

  /** Whether what is further down is on its way. */
  get isReadingOn(): boolean {
    return this.#reading.pending && this.#isReadingOn;
  }

  /** Whether there is more to read. */
  get hasMore(): boolean {
    return this.#next !== null;
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** Reads anew, with the filter that is in force. */
  load(): void {
    this.call.cancel();
    this.forget();
    this.#read(this.filter);
  }

  /** Asks for others; what is on show stays until they are there. */
  search(filter: Filter): void {
    if (!this.isBusy) this.#read(filter, () => this.succeeded({ name: 'found' }));
  }

  /** Reads on where the list ends. */
  showMore(): void {
    const cursor = this.#next;
    if (cursor === null || this.#reading.pending) return;
    this.#isReadingOn = true;
    this.#reading.run(
      (options) => this.readPage(cursor, options, this.shownFilter),
      ({ entries, next }) => {
        const known = new Set(this.entries.map(({ id }) => id));
        const more = entries.filter(({ id }) => !known.has(id));
        this.entries = [...this.entries, ...more];
        this.#next = next;
        if (this.state.name === 'list') this.enter({ name: 'list' });
        this.succeeded({ name: 'more', first: more[0], count: more.length });
      },
      (trouble) => {
        if (this.state.name === 'list') this.enter({ name: 'list', trouble });
      },
    );
  }

  /** Back to the list, with nothing done. */
  close(): void {
    if (!this.isBusy) this.enter({ name: 'list' });
  }

  /** @param cursor undefined for the beginning. */
  protected abstract readPage(
    cursor: string | undefined,
    options: CallOptions,
    filter: Filter,
  ): Promise<Page<Entry>>;

  /** Shows what was done to an entry without asking for the whole list anew, in which the place would be lost. */
  protected change(id: string, change: Partial<Entry>): void {
    this.entries = this.entries.map((each) => (each.id === id ? { ...each, ...change } : each));
    this.enter({ name: 'list' });
  }

  /** Fetches what is new at the beginning, while what is on show stays. */
  protected refresh(done: () => void, failed: (error: MfaError) => void): void {
    // The beginning is on its way already.
    if (this.#reading.pending && !this.#isReadingOn) return;
    this.#refreshing.cancel();
    this.#refreshing.run(
      (options) => this.readPage(undefined, options, this.shownFilter),
      (page) => {
        this.#merge(page);
        done();
      },
      failed,
    );
  }

  protected override forget(): void {
    this.#stopReading();
    this.entries = [];
    this.#next = null;
    this.reader = undefined;
  }

  #stopReading(): void {
    this.#reading.cancel();
    this.#refreshing.cancel();
  }

  #read(filter: Filter, done?: () => void): void {
    this.filter = filter;
    this.#stopReading();
    this.#isReadingOn = false;
    this.enter({ name: 'loading' });
    this.#reading.run(
      (options) => this.readPage(undefined, options, filter),
      ({ entries, next, reader }) => {
        this.entries = entries;
        this.shownFilter = filter;
        this.#next = next;
        this.reader = reader;
        this.enter({ name: 'list' });
        done?.();
      },
      (error) => {
        if (done && this.staysAfter(error)) {
          this.filter = this.shownFilter;
          this.enter({ name: 'list', trouble: error });
        } else {
          this.forget();
          this.enter({ name: 'unreachable', error });
        }
      },
    );
  }

  #merge({ entries, next }: Page<Entry>): void {
    const fresh = new Set(entries.map(({ id }) => id));
    const older = this.entries.filter(({ id }) => !fresh.has(id));
    const isKnown = older.length < this.entries.length;
    const isWhole = isKnown && older.length > 0;
    // Nothing in common means that something in between is missing; reading on would hide that.
    if (!isKnown) this.#reading.cancel();
    this.entries = isWhole ? [...entries, ...older] : entries;
    if (!isWhole) this.#next = next;
  }
}
