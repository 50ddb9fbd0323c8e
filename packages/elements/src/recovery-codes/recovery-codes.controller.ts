import { MfaError } from '../client/mfa-error.js';
import { isSamePerson } from '../client/same-person.js';
import type { RecoveryCodesStatus, SessionView } from '../client/views.js';
import { Flow } from '../foundation/flow.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { ServerCall } from '../foundation/server-call.js';
import { CodesOnShow } from './codes-on-show.js';
import { codesView } from './on-demand.js';

/**
 * The states of recovery codes, and where each may lead:
 *
 * ```
 * loading ──→ status ⇄ asking ⇄ regenerating ──→ showing ⇄ confirming ──→ status
 *    └──→ unreachable ──→ loading
 * ```
 *
 * Codes that an enrolment made go straight to `showing`, as soon as the view for them is there.
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
export class RecoveryCodesController extends Flow<RecoveryCodesState> {
  /** What the server said; undefined until it did. */
  status: RecoveryCodesStatus | undefined;
  readonly shown: CodesOnShow;
  /** Called when the server knows that the codes are saved, and they are forgotten here. */
  readonly confirmed: () => void;

  readonly #reading: ServerCall;
  /** The session in which codes were last made. */
  #madeIn: SessionView | undefined;

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
    super(host, { name: 'loading' }, entered);
    this.shown = shown;
    this.confirmed = confirmed;
    this.#reading = new ServerCall(host);
  }

  /** Whether reading the status takes so long that it should show. */
  override get slow(): boolean {
    return this.#reading.slow;
  }

  hostDisconnected(): void {
    // Moved within the page, with codes on show: what was under way was given up.
    this.state = { name: this.shown.codes.length && codesView.module ? 'showing' : 'loading' };
  }

  /** Asks the server how things stand, unless there are codes to show. */
  load(): void {
    if (this.shown.codes.length) {
      if (this.state.name === 'loading' || this.state.name === 'unreachable') this.#present();
      return;
    }
    this.enter({ name: 'loading' });
    this.read();
  }

  /** Follows the session: codes were used, made or lost elsewhere. Those on show wait for their owner, and are gone for anybody else. */
  follow(session: SessionView): void {
    if (!isSamePerson(this.#madeIn, session) && this.shown.codes.length) {
      this.shown.forget();
      this.load();
    }
    if (this.shown.codes.length || this.state.name === 'regenerating') return;
    if (session.state === 'signed-in') this.read();
    else this.enter({ name: 'unreachable', error: new MfaError('session_required') });
  }

  /** Asks whether the old codes may stop working, or takes the question back. */
  ask(wanted: boolean): void {
    if (this.state.name !== (wanted ? 'status' : 'asking')) return;
    this.enter({ name: wanted ? 'asking' : 'status' });
  }

  regenerate(): void {
    if (this.state.name !== 'asking') return;
    this.enter({ name: 'regenerating' });
    this.attempt(
      async (options) => {
        await codesView.load();
        return this.host.mfa.regenerateRecoveryCodes(options);
      },
      ({ recoveryCodes }) => this.show(recoveryCodes),
      (trouble) => ({ name: 'asking', trouble }),
    );
  }

  /** Shows codes that were just made; this once. */
  show(codes: readonly string[]): void {
    this.#reading.cancel();
    this.#madeIn = this.host.mfa.current;
    this.shown.show(codes);
    this.#present();
  }

  #present(): void {
    if (codesView.module) {
      this.enter({ name: 'showing' });
      return;
    }
    this.enter({ name: 'loading' });
    this.#reading.run(
      () => codesView.load(),
      () => {
        this.enter({ name: 'showing' });
      },
      (error) => {
        this.enter({ name: 'unreachable', error });
      },
    );
  }

  /** Asks the server how things stand, whatever is on screen. */
  read(): void {
    this.#reading.cancel();
    this.#reading.run(
      (options) => this.host.mfa.recoveryCodes(options),
      (status) => {
        this.status = status;
        if (this.state.name === 'loading' || this.state.name === 'unreachable')
          this.enter({ name: 'status' });
      },
      (error) => {
        // What is on screen stays true enough while a refresh fails.
        if (this.state.name === 'loading') this.enter({ name: 'unreachable', error });
      },
    );
  }
}
