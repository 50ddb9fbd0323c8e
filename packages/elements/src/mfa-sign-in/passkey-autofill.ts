import type { ReactiveController } from 'lit';
import { ceremoniesOf, signInWithPasskey } from '../ceremonies/passkey-calls.js';
import { MfaError } from '../client/mfa-error.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { timing } from '../foundation/timing.js';
import type { SignInController } from './mfa-sign-in.controller.js';

/** A server's challenge is good for five minutes, and a form may stand open for longer: then a new one is fetched. Milliseconds. */
const RENEWED_AFTER = 4 * 60_000;

/**
 * Passkeys in the browser's autofill of the login field. Owns the one conditional request that waits there, and renews it in time.
 * Does not own the field. Nothing is told of a request that comes to nothing before a passkey was chosen: nobody asked for it.
 * It is a controller because the request ends when its host leaves the page.
 */
export class PasskeyAutofill implements ReactiveController {
  readonly #host: MfaElement;
  readonly #flow: SignInController;
  #waiting: AbortController | undefined;
  #isChosen = false;

  constructor(host: MfaElement, flow: SignInController) {
    this.#host = host;
    this.#flow = flow;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Offers passkeys, where browser and page can, until one is chosen or `stop()`. */
  offer(): void {
    if (this.#waiting) return;
    const waiting = (this.#waiting = new AbortController());
    this.#isChosen = false;
    const { signal } = waiting;
    const stopClock = timing.after(RENEWED_AFTER, () => {
      if (!this.#isChosen) this.#renew(signal);
    });
    signal.addEventListener('abort', stopClock);
    void this.#request(signal);
  }

  /** Withdraws the offer: another ceremony, or a submission, has begun. */
  stop(): void {
    this.#waiting?.abort();
    this.#waiting = undefined;
  }

  /** A tab that nobody looks at asks for nothing; once it is looked at again, it has a fresh offer before the field gets the focus. */
  #renew(signal: AbortSignal): void {
    if (document.visibilityState === 'visible') {
      this.stop();
      this.offer();
    } else {
      const again = (): void => {
        this.#renew(signal);
      };
      document.addEventListener('visibilitychange', again, { once: true, signal });
    }
  }

  async #request(signal: AbortSignal): Promise<void> {
    const { mfa } = this.#host;
    try {
      const { autofill } = await ceremoniesOf(mfa).capabilities();
      if (!autofill || signal.aborted) return;
      const session = await signInWithPasskey(mfa, { conditional: true, signal }, () => {
        this.#isChosen = true;
        this.#flow.enter({ name: 'submitting', isPasskey: true });
      });
      this.stop();
      this.#flow.advance(session);
    } catch (error) {
      if (!this.#isChosen || signal.aborted) return;
      this.stop();
      const refusal = error instanceof MfaError ? error : new MfaError('unexpected');
      this.#flow.enter({ name: 'credentials', error: refusal });
    }
  }
}
