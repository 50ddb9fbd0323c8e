import { html, nothing, type TemplateResult } from 'lit';
import { MfaError } from '../client/mfa-error.js';
import type { ChallengeView } from '../client/views.js';
import { MfaRestartEvent } from '../events/mfa-restart.js';
import { Countdown } from '../foundation/countdown.js';
import { errorText, troubleText } from '../foundation/error-text.js';
import { waitingText } from '../foundation/error-words.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { isEnding } from '../foundation/time-limit.js';
import { challenge as english } from '../languages/en/challenge.js';
import { refusals } from '../languages/en/refusals.js';
import type { ChallengeController, ChallengeState } from './mfa-challenge.controller.js';

/** What a challenge shows in place of the field. */
type Dead = Extract<ChallengeState, { name: 'locked' | 'expired' }>;

/**
 * What becomes of a challenge that is not simply passed. Owns where refusals lead, the wait after too many of them, and what is on screen
 * then or when its time is nearly over; the state is the flow's. It is apart because most people meet none of it.
 */
export class ChallengeTrouble {
  readonly #element: MfaElement;
  readonly #flow: ChallengeController;
  readonly #countdown: Countdown;

  constructor(element: MfaElement, flow: ChallengeController) {
    this.#element = element;
    this.#flow = flow;
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

  /** In place of the field: why there is none, with a way out. */
  renderNotice({ name, error }: Dead): TemplateResult {
    const isOfCodes = name === 'locked' && this.#flow.method === 'recovery-code';
    return html`<div class="notice">
      <div part="error" role="alert">
        ${isOfCodes ? troubleText(this.#element, 'locked-codes') : errorText(this.#element, error)}
      </div>
      ${name === 'expired' ? this.#renderRestart() : nothing}
    </div>`;
  }

  /** That the pending sign-in is about to expire; nothing before. */
  renderEnding(pending: ChallengeView): unknown {
    if (!isEnding(this.#element, pending)) return nothing;
    return html`<p part="hint" class="ending">${this.#element.strings('refusals', refusals).ending}</p>
      ${this.#renderRestart()}`;
  }

  /** Leads to a new pending sign-in. */
  #renderRestart(): TemplateResult {
    return html`<slot name="restart">
      <button type="button" part="button" @click=${() => this.#element.dispatchEvent(new MfaRestartEvent())}>
        ${this.#element.strings('challenge', english).startAgain}
      </button>
    </slot>`;
  }

  /** Where a refused proof leads; everything else is trouble on the way, after which what was typed is still good. */
  stateAfter(error: MfaError): ChallengeState | undefined {
    return this.#flow.state.name === 'loading' ? afterLoading(error) : this.#afterProof(error);
  }

  #afterProof(error: MfaError): ChallengeState | undefined {
    switch (error.code) {
      case 'aborted':
        // The page itself began something else; nobody refused anything.
        return { name: 'asking' };
      case 'invalid_code':
      case 'invalid_credentials':
      case 'validation_failed':
        return { name: 'asking', refusal: 'wrong' };
      case 'too_many_attempts':
        this.#countdown.start(error.retryAfter);
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

/** Before anything could be typed, nothing that was typed is wrong: there is only to ask again, or to begin again. */
function afterLoading(error: MfaError): ChallengeState {
  switch (error.code) {
    case 'challenge_expired':
    case 'session_required':
      return { name: 'expired', error };
    case 'validation_failed':
    case 'invalid_code':
    case 'invalid_credentials':
      return { name: 'unreachable', error: new MfaError('unexpected') };
    default:
      return { name: 'unreachable', error };
  }
}
