import type { TemplateResult } from 'lit';
import type { MfaError } from '../client/mfa-error.js';
import { Countdown } from '../foundation/countdown.js';
import { waitingText } from '../foundation/error-words.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import type { ChallengeController, ChallengeState } from './mfa-challenge.controller.js';

/** How long to wait where the server does not say, in seconds. */
const DEFAULT_WAIT = 30;

/**
 * The part of a challenge's flow that follows a refusal. Owns where it leads, and the wait after too many of them; the state is the flow's.
 * It is apart because most people are never refused.
 */
export class AfterRefusal {
  readonly #element: MfaElement;
  readonly #countdown: Countdown;

  constructor(element: MfaElement, flow: ChallengeController) {
    this.#element = element;
    this.#countdown = new Countdown(element, () => {
      if (flow.state.name === 'waiting') flow.enter({ name: 'asking', waited: true });
    });
  }

  /** Whether the person still has to wait. */
  get isWaiting(): boolean {
    return this.#countdown.remaining > 0;
  }

  /** How long there is to wait until another try. */
  renderWait(): TemplateResult {
    return waitingText(this.#element, this.#countdown);
  }

  /** Where a refused proof leads; everything else is trouble on the way, after which what was typed is still good. */
  stateAfter(error: MfaError): ChallengeState | undefined {
    switch (error.code) {
      case 'aborted':
        // The page itself began something else; nobody refused anything.
        return { name: 'asking' };
      case 'invalid_code':
      case 'invalid_credentials':
      case 'validation_failed':
        return { name: 'asking', refusal: 'wrong' };
      case 'too_many_attempts':
        this.#countdown.start(error.retryAfter ?? DEFAULT_WAIT);
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
}
