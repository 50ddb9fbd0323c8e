import type { CallOptions } from '../client/mfa-client.js';
import { MfaError } from '../client/mfa-error.js';
import type { SessionView } from '../client/views.js';
import { Flow } from './flow.js';
import type { MfaElement } from './mfa-element.js';
import type { RevocableEntry, Revocation } from './revocation.js';
import { ServerCall } from './server-call.js';

/**
 * The states of the list, and where each may lead:
 *
 * ```
 * loading ──→ list ⇄ asking
 *    └──→ unreachable ──→ loading
 * ```
 */
export type RevocableListState<Entry> =
  | { name: 'loading' }
  | { name: 'unreachable'; error: MfaError }
  | { name: 'list' }
  /** Whether one entry shall really go; without an entry, all of them. */
  | { name: 'asking'; entry: Entry | undefined; trouble?: MfaError };

interface Audience<Entry> {
  /** Called at each change of state, before the element renders it. */
  entered: (state: RevocableListState<Entry>, before: RevocableListState<Entry>) => void;
  /** Called when one entry is gone, or without one, all; after the state it led to was entered. */
  revoked: (entry: Entry | undefined) => void;
}

/**
 * What happens to a list of which entries can be revoked. Owns the list, which of it the person is asked about, and the calls. Does not
 * own what the entries are, the words, or the focus.
 * It is a controller because calls end, and what the list tells of a person is forgotten, when the element leaves the page.
 */
export class RevocableListController<Entry extends RevocableEntry> extends Flow<RevocableListState<Entry>> {
  /** What the server said; nothing until it did. */
  entries: readonly Entry[] = [];

  readonly #calls: Revocation<Entry>;
  readonly #revoked: Audience<Entry>['revoked'];
  readonly #reading: ServerCall;

  constructor(host: MfaElement, calls: Revocation<Entry>, { entered, revoked }: Audience<Entry>) {
    super(host, { name: 'loading' }, entered);
    this.#calls = calls;
    this.#revoked = revoked;
    this.#reading = new ServerCall(host);
  }

  /** Whether reading the list takes so long that it should show. */
  override get slow(): boolean {
    return this.#reading.slow;
  }

  /** What is left when all are revoked. */
  get #kept(): readonly Entry[] {
    return this.entries.filter(({ current }) => current && this.#calls.keepsCurrent);
  }

  /** Whether there is nothing to revoke all of. */
  get isEmpty(): boolean {
    return this.#kept.length === this.entries.length;
  }

  hostDisconnected(): void {
    this.entries = [];
  }

  load(): void {
    this.call.cancel();
    this.enter({ name: 'loading' });
    this.#read();
  }

  /** Follows the session: entries came or went with a change elsewhere. */
  follow({ state }: SessionView): void {
    if (state === 'signed-in') this.#read();
    else this.enter({ name: 'unreachable', error: new MfaError('session_required') });
  }

  /** Asks whether an entry shall really go; without one, whether all shall. */
  ask(entry?: Entry): void {
    if (!this.isBusy) this.enter({ name: 'asking', entry });
  }

  /** Back to the list, with nothing changed. */
  cancel(): void {
    if (!this.isBusy) this.enter({ name: 'list' });
  }

  revoke(): void {
    if (this.state.name !== 'asking') return;
    const { entry } = this.state;
    this.attempt(
      (options) => this.#revoke(entry, options),
      () => {
        // What was read before this would bring back what is gone.
        this.#reading.cancel();
        this.entries = entry ? this.entries.filter(({ id }) => id !== entry.id) : this.#kept;
        // Whoever has just ended the session that the element follows sees no list any more.
        if (this.state.name === 'asking') this.enter({ name: 'list' });
        this.#revoked(entry);
      },
      (trouble) => ({ name: 'asking', entry, trouble }),
    );
  }

  async #revoke(entry: Entry | undefined, options: CallOptions): Promise<void> {
    const { mfa } = this.host;
    if (!entry) return this.#calls.revokeAll(mfa, options);
    try {
      await this.#calls.revoke(mfa, entry, options);
    } catch (error) {
      // Somebody else was faster, and it is gone all the same.
      if (!(error instanceof MfaError) || error.code !== 'not_found') throw error;
    }
  }

  #read(): void {
    this.#reading.cancel();
    this.#reading.run(
      (options) => this.#calls.read(this.host.mfa, options),
      (entries) => {
        this.entries = entries;
        const { state } = this;
        const isGone =
          state.name === 'asking' && state.entry && !entries.some(({ id }) => id === state.entry?.id);
        if ((isGone && !this.isBusy) || state.name === 'loading' || state.name === 'unreachable')
          this.enter({ name: 'list' });
      },
      (error) => {
        // What is on screen stays true enough while a refresh fails.
        if (this.state.name === 'loading') this.enter({ name: 'unreachable', error });
      },
    );
  }
}
