import type { Obstacle } from '../ceremonies/ceremonies.js';
import { obstacleOf } from '../ceremonies/obstacle.js';
import { passkeys } from '../ceremonies/passkeys.js';
import type { CallOptions } from '../client/mfa-client.js';
import type { MfaError } from '../client/mfa-error.js';
import type { ChallengeView, Method, SessionView } from '../client/views.js';
import { Flow } from '../foundation/flow.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import type { ChallengeTrouble } from './challenge-trouble.js';
import { challengeTrouble } from './on-demand.js';

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

/** From so many closed dialogs on, the person is shown what else there is. */
const CANCELLATIONS_BEFORE_OTHERS = 2;

/**
 * The flow of a challenge. Owns its state, the chosen method and the one call that is under way; where refusals lead is the matter of
 * `ChallengeTrouble`. Does not own what was typed, the words, or the focus: the element does.
 * It is a controller because calls end when the element leaves the page.
 */
export class ChallengeController extends Flow<ChallengeState> {
  /** What the server said; undefined until it did. */
  challenge: ChallengeView | undefined;
  method: ChallengeMethod = 'totp';

  #cancellations = 0;
  #trouble: ChallengeTrouble | undefined;

  /** @param entered called at each change of state, before the element renders it. */
  constructor(host: MfaElement, entered: (state: ChallengeState, before: ChallengeState) => void) {
    super(host, { name: 'loading' }, entered);
  }

  /** Undefined until it was fetched. */
  get trouble(): ChallengeTrouble | undefined {
    return (this.#trouble ??=
      challengeTrouble.module && new challengeTrouble.module.ChallengeTrouble(this.host, this));
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
      (options) => prepared(this.host.mfa.challenge(options)),
      (challenge) => {
        this.challenge = challenge;
        const methods = this.#methods;
        this.method = methods.find((method) => method === challenge.preferred) ?? methods[0] ?? this.method;
        // Fetched while the person reads: between the click and the dialog there is no time for it.
        if (methods.includes('passkey')) void passkeys.preload();
        void challengeTrouble.preload().then(() => {
          this.host.requestUpdate();
        });
        this.enter({ name: methods.length ? 'asking' : 'empty' });
      },
      (error) => this.trouble?.stateAfter(error) ?? { name: 'unreachable', error },
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
    this.enter(this.trouble?.isWaiting && method !== 'passkey' ? { name: 'waiting' } : { name: 'asking' });
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
      (options) => prepared(this.#prove(proof, rememberDevice, options)),
      () => {
        this.enter({ name: 'passed' });
      },
      (error) => {
        if (error.code === 'cancelled' || error.code === 'timed-out') this.#cancellations += 1;
        return this.trouble?.stateAfter(error) ?? { name: 'asking', trouble: error };
      },
    );
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

/** A call that fails only once there is what follows a refusal, or that can't be had: what went wrong is told all the same. */
async function prepared<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (error) {
    await challengeTrouble.preload();
    throw error;
  }
}
