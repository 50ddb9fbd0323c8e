import type { CallOptions } from '../client/mfa-client.js';
import { MfaError } from '../client/mfa-error.js';
import type { Factors, PendingEnrolment, SessionView, TotpFactor } from '../client/views.js';
import { Flow } from '../foundation/flow.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { ServerCall } from '../foundation/server-call.js';
import { totpChanges } from './on-demand.js';

/**
 * The states of the list, and where each may lead:
 *
 * ```
 * loading ──→ list ⇄ renaming
 *    │        │  ⇄ removing ←──┐
 *    │        └──⇄ adding ─────┘      the old app is offered for removal once the new one works
 *    └──→ unreachable ──→ loading
 * ```
 */
export type TotpListState =
  | { name: 'loading' }
  | { name: 'unreachable'; error: MfaError }
  | { name: 'list'; trouble?: MfaError }
  /** `<mfa-enroll>` is at work. */
  | { name: 'adding'; replaced?: TotpFactor }
  | { name: 'renaming'; factor: TotpFactor; isMissing?: boolean; trouble?: MfaError }
  | { name: 'removing'; factor: TotpFactor; isReplaced: boolean; trouble?: MfaError };

/** What came about, for the element to tell. */
export type Outcome =
  | { name: 'added' }
  | { name: 'renamed'; factor: TotpFactor }
  | { name: 'removed'; factor: TotpFactor }
  | { name: 'discarded' };

interface Audience {
  /** Called at each change of state, before the element renders it. */
  entered: (state: TotpListState, before: TotpListState) => void;
  /** Called for what succeeded, after the state it led to was entered. */
  succeeded: (outcome: Outcome) => void;
}

/**
 * What happens to a person's authenticator apps. Owns the list, what is being done to which of them, and the calls. Does not own how one is
 * set up (that is `<mfa-enroll>`), what was typed, the words, or the focus.
 * It is a controller because calls end when the element leaves the page.
 */
export class TotpListController extends Flow<TotpListState> {
  /** What the server said; undefined until it did. */
  factors: Factors | undefined;

  readonly #succeeded: Audience['succeeded'];
  readonly #reading: ServerCall;

  constructor(host: MfaElement, { entered, succeeded }: Audience) {
    super(host, { name: 'loading' }, entered);
    this.#succeeded = succeeded;
    this.#reading = new ServerCall(host);
  }

  /** Whether reading the list takes so long that it should show. */
  override get slow(): boolean {
    return this.#reading.slow;
  }

  /** The authenticator apps. */
  get apps(): readonly TotpFactor[] {
    return this.factors?.totp ?? [];
  }

  /** The enrolment of an app that was begun and not finished. */
  get pending(): PendingEnrolment | undefined {
    return this.factors?.pending.find(({ method }) => method === 'totp');
  }

  /** Whether nothing is left to prove with once one app is gone. */
  get isLast(): boolean {
    return this.apps.length + (this.factors?.passkeys.length ?? 0) === 1;
  }

  hostDisconnected(): void {
    // What a person has to prove with is kept nowhere that nobody sees.
    this.factors = undefined;
  }

  load(): void {
    this.call.cancel();
    // A page that only moves the element must not cost the person the codes that an enrolment has on show.
    if (this.state.name !== 'adding') this.enter({ name: 'loading' });
    this.#read();
  }

  /** Follows the session: apps were added, used or removed elsewhere. */
  follow({ state }: SessionView): void {
    if (state === 'signed-in') this.#read();
    // An enrolment under way tells that by itself, and may be showing recovery codes.
    else if (this.state.name !== 'adding')
      this.enter({ name: 'unreachable', error: new MfaError('session_required') });
  }

  /** Sets up another one. @param replaced is offered for removal afterwards. */
  add(replaced?: TotpFactor): void {
    this.#open(replaced ? { name: 'adding', replaced } : { name: 'adding' });
  }

  /** The enrolment is done. */
  added(): void {
    if (this.state.name !== 'adding') return;
    const { replaced } = this.state;
    const isThere = this.apps.some(({ id }) => id === replaced?.id);
    this.enter(
      replaced && isThere ? { name: 'removing', factor: replaced, isReplaced: true } : { name: 'list' },
    );
    this.#succeeded({ name: 'added' });
    this.#read();
  }

  /** Asks for another name. */
  rename(factor: TotpFactor): void {
    this.#open({ name: 'renaming', factor });
  }

  saveName(name: string): void {
    if (this.state.name !== 'renaming') return;
    const { factor } = this.state;
    if (name === factor.name) this.cancel();
    else if (!name) this.enter({ name: 'renaming', factor, isMissing: true });
    else
      this.#change(
        (options) => this.host.mfa.renameTotp(factor.id, name, options),
        (renamed) => {
          this.#replaceApps(this.apps.map((each) => (each.id === renamed.id ? renamed : each)));
          this.enter({ name: 'list' });
          this.#succeeded({ name: 'renamed', factor: renamed });
        },
        (trouble) => ({ name: 'renaming', factor, trouble }),
      );
  }

  /** Asks whether an app shall really go. */
  askToRemove(factor: TotpFactor): void {
    this.#open({ name: 'removing', factor, isReplaced: false });
  }

  remove(): void {
    if (this.state.name !== 'removing') return;
    const { factor, isReplaced } = this.state;
    this.#change(
      (options) => this.host.mfa.removeTotp(factor.id, options),
      () => {
        this.#replaceApps(this.apps.filter(({ id }) => id !== factor.id));
        this.enter({ name: 'list' });
        this.#succeeded({ name: 'removed', factor });
        this.#tellOthers();
      },
      (trouble) => ({ name: 'removing', factor, isReplaced, trouble }),
    );
  }

  /** Drops the pending enrolment. */
  discard({ id }: PendingEnrolment): void {
    this.#change(
      (options) => this.host.mfa.removeTotp(id, options),
      () => {
        if (this.factors)
          this.factors = { ...this.factors, pending: this.factors.pending.filter((each) => each.id !== id) };
        this.enter({ name: 'list' });
        this.#succeeded({ name: 'discarded' });
      },
      (trouble) => ({ name: 'list', trouble }),
    );
  }

  /** Back to the list, with nothing changed. */
  cancel(): void {
    if (this.isBusy) return;
    const wasAdding = this.state.name === 'adding';
    this.enter({ name: 'list' });
    // What was begun is pending now.
    if (wasAdding) this.#read();
  }

  /** Enters a state once there is what shows it. */
  #open(state: TotpListState): void {
    this.attempt(
      () => totpChanges.load(),
      () => {
        this.enter(state);
      },
      (trouble) => ({ name: 'list', trouble }),
    );
  }

  #replaceApps(totp: readonly TotpFactor[]): void {
    if (this.factors) this.factors = { ...this.factors, totp };
  }

  /** The session and the recovery codes go with the last factor; elements on the page follow the session. A failure is theirs to show. */
  #tellOthers(): void {
    this.host.mfa.session().catch(() => undefined);
  }

  #read(): void {
    this.#reading.cancel();
    this.#reading.run(
      (options) => this.host.mfa.factors(options),
      (factors) => {
        this.factors = factors;
        const { state } = this;
        const isGone = 'factor' in state && !factors.totp.some(({ id }) => id === state.factor.id);
        if (isGone || state.name === 'loading' || state.name === 'unreachable') this.enter({ name: 'list' });
      },
      (error) => {
        // What is on screen stays true enough while a refresh fails.
        if (this.state.name === 'loading') this.enter({ name: 'unreachable', error });
      },
    );
  }

  #change<Answer>(
    task: (options: CallOptions) => Promise<Answer>,
    done: (answer: Answer) => void,
    failed: (error: MfaError) => TotpListState,
  ): void {
    this.attempt(task, done, (error) => {
      // Somebody else was faster: the list has to show it.
      if (error.code === 'not_found') this.#read();
      return failed(error);
    });
  }
}
