import type { ReactiveController } from 'lit';
import type { MfaError } from '../client/mfa-error.js';
import type { ChallengeView, Method, SessionView } from '../client/views.js';
import { Countdown } from '../foundation/countdown.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { ServerCall } from '../foundation/server-call.js';

/** A method that this version knows how to ask for. */
export type ChallengeMethod = 'totp' | 'recovery-code' | 'password';

/**
 * The states of a challenge, and where each may lead:
 *
 * ```
 * loading ──→ asking ⇄ verifying ──→ passed
 *    │           ↑          ├──→ waiting ──→ asking      too many attempts; counts down
 *    │           └──────────┼──→ locked  ──→ asking      this authenticator is dead; by choosing another method
 *    ├──→ unreachable       └──→ expired                 the pending sign-in, or the session, is gone
 *    ├──→ empty                                          nothing to prove with
 *    └──→ expired
 * ```
 *
 * `unreachable`, `expired` and `empty` lead back to `loading` when the person or the page asks again.
 */
export type ChallengeState =
  | { name: 'loading' }
  | { name: 'unreachable'; error: MfaError }
  | { name: 'empty' }
  | { name: 'asking'; refusal?: 'missing' | 'wrong'; trouble?: MfaError; waited?: true }
  | { name: 'verifying' }
  | { name: 'waiting'; error: MfaError }
  | { name: 'locked'; error: MfaError }
  | { name: 'expired'; error: MfaError }
  | { name: 'passed' };

const KNOWN: readonly Method[] = ['totp', 'recovery-code', 'password'] satisfies ChallengeMethod[];

/** Where a refused proof leads; everything else is trouble on the way, after which what was typed is still good. */
const AFTER_REFUSAL: Partial<Record<MfaError['code'], (error: MfaError) => ChallengeState>> = {
  invalid_code: () => ({ name: 'asking', refusal: 'wrong' }),
  invalid_credentials: () => ({ name: 'asking', refusal: 'wrong' }),
  validation_failed: () => ({ name: 'asking', refusal: 'wrong' }),
  too_many_attempts: (error) => ({ name: 'waiting', error }),
  factor_locked: (error) => ({ name: 'locked', error }),
  challenge_expired: (error) => ({ name: 'expired', error }),
  session_required: (error) => ({ name: 'expired', error }),
};

/** How long to wait where the server does not say, in seconds. */
const DEFAULT_WAIT = 30;

/**
 * The flow of a challenge. Owns its state, the chosen method and the one call that is under way.
 * Does not own what was typed, the words, or the focus: the element does.
 * It is a controller because calls and the countdown end when the element leaves the page.
 */
export class ChallengeController implements ReactiveController {
  state: ChallengeState = { name: 'loading' };
  /** What the server said; undefined until it did. */
  challenge: ChallengeView | undefined;
  method: ChallengeMethod = 'totp';
  /** Counts down to another try while `waiting`. */
  readonly countdown: Countdown;

  readonly #host: MfaElement;
  readonly #call: ServerCall;
  readonly #entered: (state: ChallengeState) => void;

  /** @param entered called at each change of state, before the element renders it. */
  constructor(host: MfaElement, entered: (state: ChallengeState) => void) {
    this.#host = host;
    this.#entered = entered;
    this.#call = new ServerCall(host);
    this.countdown = new Countdown(host, () => {
      if (this.state.name === 'waiting') this.#enter({ name: 'asking', waited: true });
    });
    host.addController(this);
  }

  /** Whether a call takes so long that it should show. */
  get slow(): boolean {
    return this.#call.slow;
  }

  /** What else the person could prove with, best first. */
  get otherMethods(): ChallengeMethod[] {
    return this.#methods.filter((method) => method !== this.method);
  }

  get #methods(): ChallengeMethod[] {
    const known = (method: Method): method is ChallengeMethod => KNOWN.includes(method);
    return this.challenge?.methods.filter(known) ?? [];
  }

  hostDisconnected(): void {
    this.challenge = undefined;
    this.state = { name: 'loading' };
  }

  /** Asks the server what can be proven. */
  load(): void {
    this.#call.cancel();
    this.#enter({ name: 'loading' });
    void this.#call
      .run(
        (signal) => this.#host.mfa.challenge({ signal }),
        (challenge) => {
          this.challenge = challenge;
          const methods = this.#methods;
          this.method = methods.find((method) => method === challenge.preferred) ?? methods[0] ?? this.method;
          this.#enter({ name: methods.length ? 'asking' : 'empty' });
        },
      )
      .then(() => {
        const { error } = this.#call;
        if (error) this.#enter(AFTER_REFUSAL[error.code]?.(error) ?? { name: 'unreachable', error });
      });
  }

  /** Goes on with another method. */
  choose(method: ChallengeMethod): void {
    if (this.state.name === 'verifying') return;
    this.method = method;
    // The limit is the account's, not the method's: whoever has to wait, waits with every method.
    this.#enter(this.state.name === 'waiting' ? this.state : { name: 'asking' });
  }

  /**
   * Tries a proof; does nothing while one is being tried or waited for.
   *
   * @param proof as typed.
   * @param complete whether it could be right at all; else the person is asked for the rest.
   * @param rememberDevice whether this browser shall be remembered; the server ignores it where that is not offered.
   */
  submit(proof: string, complete: boolean, rememberDevice: boolean): void {
    if (this.state.name !== 'asking') return;
    if (!complete) {
      this.#enter({ name: 'asking', refusal: 'missing' });
      return;
    }
    this.#enter({ name: 'verifying' });
    void this.#call
      .run(
        (signal) => this.#prove(proof, rememberDevice, signal),
        () => {
          this.#enter({ name: 'passed' });
        },
      )
      .then(() => {
        const { error } = this.#call;
        if (!error) return;
        this.#enter(AFTER_REFUSAL[error.code]?.(error) ?? { name: 'asking', trouble: error });
      });
  }

  #prove(proof: string, rememberDevice: boolean, signal: AbortSignal): Promise<SessionView> {
    const { mfa } = this.#host;
    switch (this.method) {
      case 'totp':
        return mfa.challengeTotp(proof, rememberDevice, { signal });
      case 'recovery-code':
        return mfa.challengeRecoveryCode(proof, { signal });
      case 'password':
        return mfa.challengePassword(proof, { signal });
    }
  }

  #enter(state: ChallengeState): void {
    this.state = state;
    if (state.name === 'waiting') this.countdown.start(state.error.retryAfter ?? DEFAULT_WAIT);
    this.#entered(state);
    this.#host.requestUpdate();
  }
}
