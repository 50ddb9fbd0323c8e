import type { Obstacle } from '../ceremonies/ceremonies.js';
import { obstacleOf } from '../ceremonies/obstacle.js';
import { passkeys } from '../ceremonies/passkeys.js';
import type { CallOptions } from '../client/mfa-client.js';
import type { MfaError } from '../client/mfa-error.js';
import type { ChallengeView, Method, SessionView } from '../client/views.js';
import { Countdown } from '../foundation/countdown.js';
import { Flow } from '../foundation/flow.js';
import type { MfaElement } from '../foundation/mfa-element.js';

/** A method that this version knows how to ask for. */
export type ChallengeMethod = 'passkey' | 'totp' | 'recovery-code' | 'password';

/**
 * The states of a challenge, and where each may lead:
 *
 * ```
 * loading ──→ asking ⇄ verifying ──→ passed
 *    │           ↑          ├──→ waiting ──→ asking      too many attempts; counts down, or by choosing the passkey
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
  | { name: 'waiting' }
  | { name: 'locked'; error: MfaError }
  | { name: 'expired'; error: MfaError }
  | { name: 'passed' };

const KNOWN: readonly Method[] = ['passkey', 'totp', 'recovery-code', 'password'] satisfies ChallengeMethod[];

/** Where a refused proof leads; everything else is trouble on the way, after which what was typed is still good. */
function afterRefusal(error: MfaError): ChallengeState | undefined {
  switch (error.code) {
    case 'aborted':
      // The page itself began something else; nobody refused anything.
      return { name: 'asking' };
    case 'invalid_code':
    case 'invalid_credentials':
    case 'validation_failed':
      return { name: 'asking', refusal: 'wrong' };
    case 'too_many_attempts':
      return { name: 'waiting' };
    case 'factor_locked':
      return { name: 'locked', error };
    case 'challenge_expired':
    case 'session_required':
      return { name: 'expired', error };
    default:
      return undefined;
  }
}

/** From so many closed dialogs on, the person is shown what else there is. */
const CANCELLATIONS_BEFORE_OTHERS = 2;

/** How long to wait where the server does not say, in seconds. */
const DEFAULT_WAIT = 30;

/**
 * The flow of a challenge. Owns its state, the chosen method and the one call that is under way.
 * Does not own what was typed, the words, or the focus: the element does.
 * It is a controller because calls and the countdown end when the element leaves the page.
 */
export class ChallengeController extends Flow<ChallengeState> {
  /** What the server said; undefined until it did. */
  challenge: ChallengeView | undefined;
  method: ChallengeMethod = 'totp';
  /** Counts down to another try while `waiting`. */
  readonly countdown: Countdown;

  #cancellations = 0;

  /** @param entered called at each change of state, before the element renders it. */
  constructor(host: MfaElement, entered: (state: ChallengeState, before: ChallengeState) => void) {
    super(host, { name: 'loading' }, entered);
    this.countdown = new Countdown(host, () => {
      if (this.state.name === 'waiting') this.enter({ name: 'asking', waited: true });
    });
  }

  /** Whether the passkey is of no use to the person, so that the other methods should stand out. */
  get isPasskeyInVain(): boolean {
    return this.method === 'passkey' && this.#cancellations >= CANCELLATIONS_BEFORE_OTHERS;
  }

  /** Why there is no proving with a passkey here, where that is all that could be proven with. */
  get obstacle(): Obstacle | undefined {
    return this.method === 'passkey' ? obstacleOf(this.host.mfa) : undefined;
  }

  /** What else the person could prove with, best first. */
  get otherMethods(): ChallengeMethod[] {
    return this.#methods.filter((method) => method !== this.method);
  }

  get #methods(): ChallengeMethod[] {
    const known = (method: Method): method is ChallengeMethod => KNOWN.includes(method);
    const all = this.challenge?.methods.filter(known) ?? [];
    // A passkey that can't be used here is offered only where nothing else is, to say so.
    const usable = obstacleOf(this.host.mfa) ? all.filter((method) => method !== 'passkey') : all;
    return usable.length ? usable : all;
  }

  hostDisconnected(): void {
    this.challenge = undefined;
    this.state = { name: 'loading' };
  }

  /** Asks the server what can be proven. */
  load(): void {
    this.call.cancel();
    this.#cancellations = 0;
    this.enter({ name: 'loading' });
    this.attempt(
      (options) => this.host.mfa.challenge(options),
      (challenge) => {
        this.challenge = challenge;
        const methods = this.#methods;
        this.method = methods.find((method) => method === challenge.preferred) ?? methods[0] ?? this.method;
        // Fetched while the person reads: between the click and the dialog there is no time for it.
        if (methods.includes('passkey')) passkeys.preload();
        this.enter({ name: methods.length ? 'asking' : 'empty' });
      },
      (error) => this.#refused(error) ?? { name: 'unreachable', error },
    );
  }

  /** Goes on with another method. */
  choose(method: ChallengeMethod): void {
    if (this.state.name === 'verifying') {
      // The browser's dialog may stand open for minutes, and whoever chooses something else is done with it.
      if (this.method !== 'passkey') return;
      this.call.cancel();
    }
    this.method = method;
    // The limit is the account's: whoever has to wait, waits with everything that can be guessed. A passkey can't be.
    this.enter(this.countdown.remaining && method !== 'passkey' ? { name: 'waiting' } : { name: 'asking' });
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
      this.enter({ name: 'asking', refusal: 'missing' });
      return;
    }
    this.enter({ name: 'verifying' });
    this.attempt(
      (options) => this.#prove(proof, rememberDevice, options),
      () => {
        this.enter({ name: 'passed' });
      },
      (error) => {
        if (error.code === 'cancelled' || error.code === 'timed-out') this.#cancellations += 1;
        return this.#refused(error) ?? { name: 'asking', trouble: error };
      },
    );
  }

  #refused(error: MfaError): ChallengeState | undefined {
    if (error.code === 'too_many_attempts') this.countdown.start(error.retryAfter ?? DEFAULT_WAIT);
    return afterRefusal(error);
  }

  async #prove(proof: string, rememberDevice: boolean, options: CallOptions): Promise<SessionView> {
    const { mfa } = this.host;
    switch (this.method) {
      case 'passkey':
        return (await passkeys.load()).proveWithPasskey(mfa, rememberDevice, options);
      case 'totp':
        return mfa.challengeTotp(proof, rememberDevice, options);
      case 'recovery-code':
        return mfa.challengeRecoveryCode(proof, options);
      case 'password':
        return mfa.challengePassword(proof, options);
    }
  }
}
