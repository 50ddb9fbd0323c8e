import { administrationOf } from '../client/administration.js';
import { MfaError } from '../client/mfa-error.js';
import type { Member, MembersFilter } from '../client/views-administration.js';
import type { SessionView } from '../client/views.js';
import { Flow } from '../foundation/flow.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { ServerCall } from '../foundation/server-call.js';

/**
 * The states of the list, and where each may lead:
 *
 * ```
 * loading ──→ list ⇄ resetting, exempting
 *    │  ↑       └──→ loading                 another filter
 *    ↓  │
 * unreachable
 * ```
 */
export type MembersState =
  | { name: 'loading' }
  | { name: 'unreachable'; error: MfaError }
  /** `trouble`: who is further down did not come; what is on show stays. */
  | { name: 'list'; trouble?: MfaError }
  | { name: 'resetting' | 'exempting'; member: Member; trouble?: MfaError };

/** What came about, for the element to tell. */
export type Outcome =
  | { name: 'found' }
  /** @param first the first of those who came. */
  | { name: 'more'; first: Member | undefined; count: number }
  | { name: 'reset'; member: Member }
  | { name: 'exempted'; member: Member; until: string };

interface Audience {
  /** Called at each change of state, before the element renders it. */
  entered: (state: MembersState, before: MembersState) => void;
  /** Called for what succeeded, after the state it led to was entered. */
  succeeded: (outcome: Outcome) => void;
}

/**
 * The members of a workspace, as far as they were read. Owns them, the filter that they were asked for with, what was done to whom, and
 * the calls. Does not own what was typed into a form, the words, or the focus.
 * It is a controller because calls end, and who the members are is forgotten, when the element leaves the page.
 */
export class MfaMembersController extends Flow<MembersState> {
  members: readonly Member[] = [];
  filter: MembersFilter = {};
  /** The ids of those who were reset here. */
  readonly reset = new Set<string>();

  readonly #succeeded: Audience['succeeded'];
  readonly #reading: ServerCall;
  /** Whose list it is. */
  #reader: string | undefined;
  #next: string | null = null;
  #isReadingOn = false;

  constructor(host: MfaElement, { entered, succeeded }: Audience) {
    super(host, { name: 'loading' }, entered);
    this.#succeeded = succeeded;
    this.#reading = new ServerCall(host);
  }

  /** Whether reading takes so long that it should show. */
  override get slow(): boolean {
    return this.#reading.slow;
  }

  /** Whether those further down are on their way. */
  get isReadingOn(): boolean {
    return this.#reading.pending && this.#isReadingOn;
  }

  get hasMore(): boolean {
    return this.#next !== null;
  }

  hostDisconnected(): void {
    this.#forget();
  }

  load(): void {
    this.call.cancel();
    this.#forget();
    this.#read(this.filter);
  }

  /** Asks for others; who is on show stays until they are there. */
  search(filter: MembersFilter): void {
    if (!this.isBusy) this.#read(filter, () => this.#succeeded({ name: 'found' }));
  }

  /** Reads on where the list ends. */
  showMore(): void {
    const cursor = this.#next;
    if (cursor === null || this.#reading.pending) return;
    this.#isReadingOn = true;
    this.#reading.run(
      (options) => administrationOf(this.host.mfa).members(this.filter, cursor, options),
      ({ members, next }) => {
        const known = new Set(this.members.map(({ id }) => id));
        const more = members.filter(({ id }) => !known.has(id));
        this.members = [...this.members, ...more];
        this.#next = next;
        if (this.state.name === 'list') this.enter({ name: 'list' });
        this.#succeeded({ name: 'more', first: more[0], count: more.length });
      },
      (trouble) => {
        if (this.state.name === 'list') this.enter({ name: 'list', trouble });
      },
    );
  }

  /** Follows the session: to somebody else, another list is shown. */
  follow({ state, user }: SessionView): void {
    if (state !== 'signed-in') {
      this.call.cancel();
      this.#reading.cancel();
      this.#forget();
      this.enter({ name: 'unreachable', error: new MfaError('session_required') });
    } else if (this.#reader !== undefined && user?.id !== this.#reader) this.load();
    else if (this.state.name === 'unreachable') this.load();
  }

  /** Asks whether, and why. */
  ask(name: 'resetting' | 'exempting', member: Member): void {
    if (!this.isBusy) this.enter({ name, member });
  }

  /** Back to the list, with nothing done. */
  close(): void {
    if (!this.isBusy) this.enter({ name: 'list' });
  }

  confirmReset(reason: string): void {
    const { state } = this;
    if (state.name !== 'resetting' || this.isBusy) return;
    const { member } = state;
    if (!reason) {
      this.enter({ name: 'resetting', member, trouble: missing('reason') });
      return;
    }
    this.attempt(
      (options) => administrationOf(this.host.mfa).resetMember(member.id, reason, options),
      () => {
        this.reset.add(member.id);
        this.#change(member, { mfa: 'none' });
        this.#succeeded({ name: 'reset', member });
      },
      (trouble) => ({ name: 'resetting', member, trouble }),
    );
  }

  /** @param until ISO 8601; empty where no day was chosen that is still to come. */
  confirmExemption(reason: string, until: string): void {
    const { state } = this;
    if (state.name !== 'exempting' || this.isBusy) return;
    const { member } = state;
    if (!until || !reason) {
      this.enter({ name: 'exempting', member, trouble: missing(until ? 'reason' : 'until') });
      return;
    }
    this.attempt(
      (options) => administrationOf(this.host.mfa).exemptMember(member.id, reason, until, options),
      () => {
        this.#change(member, { exemptUntil: until });
        this.#succeeded({ name: 'exempted', member, until });
      },
      (trouble) => ({ name: 'exempting', member, trouble }),
    );
  }

  /** Shows what was done without asking for the whole list anew, in which the place would be lost. */
  #change(member: Member, change: Partial<Member>): void {
    this.members = this.members.map((each) => (each.id === member.id ? { ...each, ...change } : each));
    this.enter({ name: 'list' });
  }

  #forget(): void {
    this.members = [];
    this.reset.clear();
    this.#next = null;
    this.#reader = undefined;
  }

  #read(filter: MembersFilter, done?: () => void): void {
    const { filter: before } = this;
    this.filter = filter;
    this.#reading.cancel();
    this.#isReadingOn = false;
    this.enter({ name: 'loading' });
    this.#reading.run(
      async (options) => {
        const { mfa } = this.host;
        const { user } = mfa.current ?? (await mfa.session(options));
        return { page: await administrationOf(mfa).members(filter, undefined, options), user };
      },
      ({ page: { members, next }, user }) => {
        this.members = members;
        this.#next = next;
        this.#reader = user?.id;
        this.enter({ name: 'list' });
        done?.();
      },
      (error) => {
        if (done && this.members.length) {
          this.filter = before;
          this.enter({ name: 'list', trouble: error });
        } else {
          this.#forget();
          this.enter({ name: 'unreachable', error });
        }
      },
    );
  }
}

function missing(path: string): MfaError {
  return new MfaError('validation_failed', { fields: [{ path, code: 'missing' }] });
}
