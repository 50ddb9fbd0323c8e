import { MfaError } from '../client/mfa-error.js';
import type { RecoveryView } from '../client/views.js';
import { Countdown } from '../foundation/countdown.js';
import { Flow } from '../foundation/flow.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { ServerCall } from '../foundation/server-call.js';
import { timing } from '../foundation/timing.js';
import type { MailedLinkReader } from './mailed-link.js';

/**
 * The states of an account recovery, and where each may lead:
 *
 * ```
 *              ┌─ without a link ─→ asking ⇄ requested
 * starting ────┼─ open ───────────→ invited ─→ waiting ─→ mailed
 *    ↑  │      ├─ finish ─────────→ ready ──→ enrolment ─→ done
 *    │  ↓      └─ cancel ─────────→ cancelling ─→ over
 * unreachable
 * ```
 *
 * A link may also lead to whatever has become of the recovery meanwhile: `waiting`, `mailed`, or `over`. From there, and from
 * `requested`, the person may ask again.
 *
 * `error` and `refusal` tell of the last try; what was typed is still there unless it was refused.
 */
export type RecoveryState =
  | { name: 'starting' }
  | { name: 'unreachable'; error: MfaError }
  | { name: 'asking'; refusal?: 'missing'; error?: MfaError }
  /** A mail is on its way, if anybody has this login. */
  | { name: 'requested'; login: string }
  /** The first link was followed. Nothing happens until the person says so: programs that look through mail follow links, too. */
  | { name: 'invited'; error?: MfaError }
  /** @param at ISO 8601. */
  | { name: 'waiting'; at: string; error?: MfaError }
  /** The wait is over, and the link that goes on is in a mail. @param until ISO 8601. */
  | { name: 'mailed'; until: string }
  | { name: 'ready'; refusal?: 'missing' | 'wrong' | 'early'; error?: MfaError }
  | { name: 'cancelling'; error?: MfaError }
  | { name: 'over'; how: 'cancelled' | 'completed' | 'expired' }
  | { name: 'enrolment' }
  | { name: 'done' };

/** How often the time that is left is looked at, in milliseconds. */
const TICK = 60_000;

interface Audience {
  /** Called at each change of state, before the element renders it. */
  entered: (state: RecoveryState, before: RecoveryState) => void;
  /** Called for what the person brought about here, after the state it led to was entered. */
  succeeded: (outcome: 'requested' | 'cancelled' | 'completed') => void;
}

/**
 * The flow of an account recovery. Owns its state, the calls, and the two clocks: the wait of the recovery, and the one after too many
 * tries. Does not own the link, what was typed, the words, or the focus.
 * It is a controller because calls and clocks end when the element leaves the page.
 */
export class AccountRecoveryController extends Flow<RecoveryState> {
  /** After too many tries. */
  readonly countdown: Countdown;

  readonly #links: MailedLinkReader;
  readonly #succeeded: Audience['succeeded'];
  /** Asks in the background, so that nobody's click is lost meanwhile. */
  readonly #looking: ServerCall;
  #stopTicking: (() => void) | undefined;

  constructor(host: MfaElement, links: MailedLinkReader, { entered, succeeded }: Audience) {
    super(host, { name: 'starting' }, entered);
    this.#links = links;
    this.#succeeded = succeeded;
    this.#looking = new ServerCall(host);
    this.countdown = new Countdown(host, () => {
      host.requestUpdate();
    });
  }

  /** Milliseconds until the wait is over, by the clock of this browser. */
  get remaining(): number {
    return this.state.name === 'waiting' ? Date.parse(this.state.at) - timing.now() : 0;
  }

  /** Whether nothing can be sent: something is under way, or there were too many tries. */
  get isStopped(): boolean {
    return this.isBusy || this.countdown.remaining > 0;
  }

  hostDisconnected(): void {
    this.#stopTicking?.();
    queueMicrotask(() => {
      if (!this.host.isConnected) this.state = { name: 'starting' };
    });
  }

  /** Looks how things stand: by the link that led here, else by the session, whose enrolment may have been interrupted. Changes nothing. */
  load(): void {
    // What the enrolment has on show, such as recovery codes, must not be lost.
    if (this.state.name === 'enrolment') return;
    // Until the element leaves the page; once more changes nothing.
    document.addEventListener('visibilitychange', this.#lookAgain, { signal: this.host.connection });
    const { link } = this.#links;
    this.call.cancel();
    this.#looking.cancel();
    if (link?.purpose === 'cancel') {
      // The server tells nobody what such a link belongs to.
      this.enter({ name: 'cancelling' });
      return;
    }
    this.enter({ name: 'starting' });
    if (!link) {
      this.attempt(
        (options) => this.host.mfa.session(options),
        ({ mustEnroll }) => {
          this.enter({ name: mustEnroll ? 'enrolment' : 'asking' });
        },
        // The form is of use all the same: submitting it is the retry.
        (error) => ({ name: 'asking', error }),
      );
      return;
    }
    this.attempt(
      (options) => this.host.mfa.recoveryStatus(link.token, options),
      (view) => {
        this.enter(this.#stateFor(view));
      },
      (error) => this.#afterFailure(error) ?? { name: 'unreachable', error },
    );
  }

  /** Has a mail sent to whoever has this login. */
  ask(login: string): void {
    if (this.state.name !== 'asking' || this.isStopped) return;
    if (!login) {
      this.enter({ name: 'asking', refusal: 'missing' });
      return;
    }
    this.attempt(
      (options) => this.host.mfa.requestRecovery(login, options),
      () => {
        this.enter({ name: 'requested', login });
        this.#succeeded('requested');
      },
      (error) => this.#withCountdown({ name: 'asking', error }, error),
    );
  }

  /** Back to where a recovery is asked for; the link is used up, or was never followed. */
  askAgain(): void {
    this.#links.forget();
    this.enter({ name: 'asking' });
  }

  /** Begins the wait. */
  begin(): void {
    this.#send(
      (token, options) => this.host.mfa.openRecovery(token, options),
      (view) => {
        this.enter(this.#stateFor(view));
      },
      (error) => ({ name: 'invited', error }),
    );
  }

  /** Finishes it. */
  finish(password: string): void {
    if (this.state.name !== 'ready') return;
    if (!password) {
      this.enter({ name: 'ready', refusal: 'missing' });
      return;
    }
    this.#send(
      (token, options) => this.host.mfa.completeRecovery(token, password, options),
      ({ mustEnroll }) => {
        if (mustEnroll) this.enter({ name: 'enrolment' });
        else this.goOn();
      },
      (error) => {
        if (error.code === 'invalid_credentials') return { name: 'ready', refusal: 'wrong' };
        return error.code === 'conflict' ? { name: 'ready', refusal: 'early' } : { name: 'ready', error };
      },
    );
  }

  cancel(): void {
    const { state } = this;
    this.#send(
      async (token, options) => {
        const { mfa } = this.host;
        await mfa.cancelRecovery(token, options);
        // The answer is the same whatever became of it, such as that it was finished in the same moment (rule R3). Where the link lets it, ask.
        return state.name === 'waiting' ? mfa.recoveryStatus(token, options) : undefined;
      },
      (view) => {
        if (view?.status === 'waiting' && state.name === 'waiting') {
          this.enter({ ...state, error: new MfaError('unavailable') });
          return;
        }
        this.enter(view ? this.#stateFor(view) : { name: 'over', how: 'cancelled' });
        if (!view || view.status === 'cancelled') this.#succeeded('cancelled');
      },
      (error) => (state.name === 'waiting' ? { ...state, error } : { name: 'cancelling', error }),
    );
  }

  /** The enrolment is through. */
  goOn(): void {
    this.enter({ name: 'done' });
    this.#succeeded('completed');
  }

  /** Proves a call with the link. */
  #send<Answer>(
    task: (token: string, options: { signal: AbortSignal }) => Promise<Answer>,
    done: (answer: Answer) => void,
    failed: (error: MfaError) => RecoveryState,
  ): void {
    const { link } = this.#links;
    if (!link || this.isStopped) return;
    this.attempt(
      (options) => task(link.token, options),
      done,
      (error) => this.#afterFailure(error) ?? this.#withCountdown(failed(error), error),
    );
  }

  /** The link is used up, too old, or none. */
  #afterFailure({ code }: MfaError): RecoveryState | undefined {
    return code === 'expired' || code === 'validation_failed' ? { name: 'over', how: 'expired' } : undefined;
  }

  #withCountdown(state: RecoveryState, { code, retryAfter }: MfaError): RecoveryState {
    if (code === 'too_many_attempts') this.countdown.start(retryAfter);
    return state;
  }

  #stateFor({ status, readyAt, expiresAt }: RecoveryView): RecoveryState {
    switch (status) {
      case 'requested':
        return { name: 'invited' };
      case 'waiting':
        return { name: 'waiting', at: readyAt ?? expiresAt };
      case 'ready':
        return this.#links.link?.purpose === 'finish'
          ? { name: 'ready' }
          : { name: 'mailed', until: expiresAt };
      default:
        return { name: 'over', how: status };
    }
  }

  override enter(state: RecoveryState): void {
    this.#stopTicking?.();
    if (state.name === 'over' || state.name === 'enrolment') this.#links.forget();
    super.enter(state);
    if (state.name === 'waiting') this.#tick();
  }

  #tick(): void {
    const { remaining } = this;
    this.#stopTicking = timing.after(remaining > 0 ? Math.min(remaining, TICK) : TICK, () => {
      this.host.requestUpdate();
      if (this.remaining <= 0) this.#lookAgain();
      this.#tick();
    });
  }

  /** It may be over, or cancelled elsewhere; what is on show stays until that is known. */
  readonly #lookAgain = (): void => {
    const { link } = this.#links;
    if (this.state.name !== 'waiting' || !link || document.visibilityState === 'hidden') return;
    this.#looking.run(
      (options) => this.host.mfa.recoveryStatus(link.token, options),
      (view) => {
        if (this.state.name === 'waiting' && !this.isBusy && view.status !== 'waiting')
          this.enter(this.#stateFor(view));
      },
      () => undefined,
    );
  };
}
