import type { ReactiveController } from 'lit';
import { MfaError } from '../client/mfa-error.js';
import type { RecoveryCodesStatus, SessionView } from '../client/views.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { ServerCall } from '../foundation/server-call.js';
import { CodesOnShow } from './codes-on-show.js';

/**
 * The states of recovery codes, and where each may lead:
 *
 * ```
 * loading ──→ status ⇄ asking ⇄ regenerating ──→ showing ⇄ confirming ──→ status
 *    └──→ unreachable ──→ loading
 * ```
 *
 * Codes that an enrolment made go straight to `showing`.
 */
export type RecoveryCodesState =
  | { name: 'loading' }
  | { name: 'unreachable'; error: MfaError }
  | { name: 'status'; trouble?: MfaError }
  | { name: 'asking'; trouble?: MfaError }
  | { name: 'regenerating' }
  | { name: 'showing'; trouble?: MfaError }
  | { name: 'confirming' };

/**
 * The life of a set of recovery codes. Owns the state, the status that the server tells, and the calls. Does not own the codes
 * themselves (see `CodesOnShow`), the words, or the focus.
 * It is a controller because calls end when the element leaves the page.
 */
export class RecoveryCodesController implements ReactiveController {
  state: RecoveryCodesState = { name: 'loading' };
  /** What the server said; undefined until it did. */
  status: RecoveryCodesStatus | undefined;
  readonly shown: CodesOnShow;

  readonly #host: MfaElement;
  readonly #reading: ServerCall;
  readonly #changing: ServerCall;
  readonly #entered: (state: RecoveryCodesState, before: RecoveryCodesState) => void;
  readonly #confirmed: () => void;

  /**
   * @param entered called at each change of state, before the element renders it.
   * @param confirmed called when the server knows that the codes are saved, and they are forgotten here.
   */
  constructor(
    host: MfaElement,
    shown: CodesOnShow,
    entered: (state: RecoveryCodesState, before: RecoveryCodesState) => void,
    confirmed: () => void,
  ) {
    this.#host = host;
    this.shown = shown;
    this.#entered = entered;
    this.#confirmed = confirmed;
    this.#reading = new ServerCall(host);
    this.#changing = new ServerCall(host);
    host.addController(this);
  }

  /** Whether reading the status takes so long that it should show. */
  get slow(): boolean {
    return this.#reading.slow;
  }

  hostConnected(): void {
    // Moved within the page, with codes on show: what was under way was given up.
    if (this.shown.codes.length) this.state = { name: 'showing' };
    else this.state = { name: 'loading' };
  }

  /** Asks the server how things stand, unless codes are on show. */
  load(): void {
    if (this.shown.codes.length) return;
    this.#enter({ name: 'loading' });
    this.#read();
  }

  /** Follows the session: codes were used, made or lost elsewhere. */
  follow(session: SessionView): void {
    const { name } = this.state;
    if (name === 'showing' || name === 'confirming' || name === 'regenerating') return;
    if (session.state === 'signed-in') this.#read();
    else this.#enter({ name: 'unreachable', error: new MfaError('session_required') });
  }

  /** Asks whether the old codes may stop working, or takes the question back. */
  ask(wanted: boolean): void {
    if (this.state.name !== (wanted ? 'status' : 'asking')) return;
    this.#enter({ name: wanted ? 'asking' : 'status' });
  }

  regenerate(): void {
    if (this.state.name !== 'asking') return;
    this.#enter({ name: 'regenerating' });
    void this.#changing
      .run(
        (signal) => this.#host.mfa.regenerateRecoveryCodes({ signal }),
        ({ recoveryCodes }) => this.show(recoveryCodes),
      )
      .then(() => {
        const { error } = this.#changing;
        if (error) this.#enter({ name: 'asking', trouble: error });
      });
  }

  /** Shows codes that were just made; this once. */
  show(codes: readonly string[]): void {
    this.#reading.cancel();
    this.shown.show(codes);
    this.#enter({ name: 'showing' });
  }

  /** "I have saved them": tells the server, then forgets them. */
  confirm(): void {
    if (this.state.name !== 'showing') return;
    this.#enter({ name: 'confirming' });
    const { mfa } = this.#host;
    const total = this.shown.codes.length;
    void this.#changing
      .run(
        (signal) => mfa.confirmRecoveryCodes({ signal }),
        () => {
          this.status = { remaining: total, total, createdAt: null, confirmed: true };
          this.#forget();
          this.#confirmed();
          // What the session says of the codes has changed with them. A failure is for those to show who need it.
          mfa.session().catch(() => undefined);
        },
      )
      .then(() => {
        const { error } = this.#changing;
        if (!error) return;
        if (error.code !== 'not_found') this.#enter({ name: 'showing', trouble: error });
        else {
          // Replaced or removed elsewhere: these codes are worth nothing any more.
          this.#forget(error);
          this.#read();
        }
      });
  }

  #forget(trouble?: MfaError): void {
    this.shown.forget();
    this.#enter(trouble ? { name: 'status', trouble } : { name: 'status' });
  }

  #read(): void {
    this.#reading.cancel();
    void this.#reading
      .run(
        (signal) => this.#host.mfa.recoveryCodes({ signal }),
        (status) => {
          this.status = status;
          if (this.state.name === 'loading' || this.state.name === 'unreachable')
            this.#enter({ name: 'status' });
        },
      )
      .then(() => {
        const { error } = this.#reading;
        // What is on screen stays true enough while a refresh fails.
        if (error && this.state.name === 'loading') this.#enter({ name: 'unreachable', error });
      });
  }

  #enter(state: RecoveryCodesState): void {
    const before = this.state;
    this.state = state;
    this.#entered(state, before);
    this.#host.requestUpdate();
  }
}
