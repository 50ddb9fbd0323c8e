import { MfaError } from '../client/mfa-error.js';
import type { Passkey, TotpFactor } from '../client/views.js';
import { Countdown } from '../foundation/countdown.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { codesView } from '../recovery-codes/on-demand.js';
import { deadEnd, type EnrollController, type EnrollState } from './mfa-enroll.controller.js';
import { removeOld } from './old-authenticators.js';

/** Where a refused code leads; after anything else that goes wrong on the way, what was typed is still good. */
function afterRefusal(error: MfaError): EnrollState {
  switch (error.code) {
    case 'invalid_code':
      return { name: 'scanning', refusal: 'wrong' };
    case 'too_many_attempts':
      return { name: 'waiting', error };
    case 'expired':
      return { name: 'expired', error };
    case 'not_found':
      // Replaced by another one, such as in another tab: for the person the same.
      return { name: 'expired', error: new MfaError('expired') };
    default:
      return deadEnd(error) ?? { name: 'scanning', trouble: error };
  }
}

/** While codes are being tried for what was begun. */
const TRYING: readonly string[] = ['scanning', 'verifying', 'waiting'] satisfies EnrollState['name'][];

/**
 * The part of an enrolment's flow that follows the choice of an authenticator app, and a recovery: codes are tried, and old authenticators
 * removed. Owns the refusals and the wait after too many of them; the state is the flow's. It is apart because most people never get there.
 */
export class AfterChoice {
  /** How many codes in a row were refused. */
  refusals = 0;

  readonly #element: MfaElement;
  readonly #flow: EnrollController;
  readonly #countdown: Countdown;
  #hasRemoved = false;

  constructor(element: MfaElement, flow: EnrollController) {
    this.#element = element;
    this.#flow = flow;
    this.#countdown = new Countdown(element, () => {
      if (flow.state.name === 'waiting') flow.enter({ name: 'scanning' });
    });
  }

  /** Follows the flow: what was refused is forgotten with what it was for. */
  entered(state: EnrollState): void {
    if (!TRYING.includes(state.name)) this.refusals = 0;
    if (state.name === 'waiting') this.#countdown.start(state.error.retryAfter);
  }

  /**
   * Tries a code; does nothing while one is being tried or waited for.
   *
   * @param code six digits; where they are not complete, the person is asked for the rest.
   * @param name for the authenticator; empty lets the server choose.
   */
  confirm(code: string, name: string): void {
    const flow = this.#flow;
    const { pending } = flow;
    if (flow.state.name !== 'scanning' || !pending) return;
    if (code.length < 6) {
      flow.enter({ name: 'scanning', refusal: 'missing' });
      return;
    }
    flow.enter({ name: 'verifying' });
    flow.attempt(
      async (options) => {
        await codesView.load();
        return this.#element.mfa.confirmTotp(pending.id, code, name || undefined, options);
      },
      (confirmation) => flow.confirmed(confirmation, 'totp'),
      (error) => {
        if (error.code === 'invalid_code') this.refusals += 1;
        const next = afterRefusal(error);
        if (next.name === 'expired' || next.name === 'limit' || next.name === 'unreachable') flow.forget();
        return next;
      },
    );
  }

  /** Removes one of the old authenticators. */
  remove(old: TotpFactor | Passkey): void {
    const flow = this.#flow;
    flow.attempt(
      (options) => removeOld(this.#element.mfa, old, options),
      () => {
        this.#hasRemoved = true;
        flow.oldAuthenticators = flow.oldAuthenticators.filter(({ id }) => id !== old.id);
        flow.enter({ name: 'removing' });
        if (!flow.oldAuthenticators.length) this.finish();
      },
      (trouble) => ({ name: 'removing', trouble }),
    );
  }

  /** The person keeps what old authenticators are left. */
  finish(): void {
    if (this.#flow.state.name !== 'removing' || this.#flow.isBusy) return;
    this.#flow.enter({ name: 'done' });
    // Lists on the page follow the session. A failure is for those to show who need it.
    if (this.#hasRemoved) this.#element.mfa.session().catch(() => undefined);
  }
}
