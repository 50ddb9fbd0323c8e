import type { MfaError } from '../client/mfa-error.js';
import { Flow } from '../foundation/flow.js';
import type { MfaElement } from '../foundation/mfa-element.js';

/**
 * The states of the page, and where each may lead:
 *
 * ```
 * loading ──→ beginning ⇄ managing ──→ signed-out ──→ loading
 *    └──→ unreachable ──→ loading
 * ```
 */
export type MfaSettingsState =
  | { name: 'loading' }
  | { name: 'unreachable'; error: MfaError }
  /** There is no factor yet. */
  | { name: 'beginning' }
  | { name: 'managing' }
  /** Nobody is signed in any more. */
  | { name: 'signed-out' };

/**
 * Whether a person sets up a first factor or manages what they have. Owns that question and nothing else: what becomes of factors,
 * codes, devices and sessions is a matter of the elements for these.
 * It is a controller because the call ends when the element leaves the page.
 */
export class MfaSettingsController extends Flow<MfaSettingsState> {
  constructor(host: MfaElement, entered: (state: MfaSettingsState) => void) {
    super(host, { name: 'loading' }, entered);
  }

  hostDisconnected(): void {
    this.state = { name: 'loading' };
  }

  load(): void {
    this.enter({ name: 'loading' });
    this.look();
  }

  /** Looks again: the first factor may have come, or the last one gone. */
  look(): void {
    this.call.cancel();
    this.attempt(
      (options) => this.host.mfa.factors(options),
      ({ totp, passkeys }) => {
        this.enter({ name: totp.length || passkeys.length ? 'managing' : 'beginning' });
      },
      // What is on screen stays true enough while another look fails.
      (error) => (this.state.name === 'loading' ? { name: 'unreachable', error } : this.state),
    );
  }

  leave(): void {
    this.call.cancel();
    this.enter({ name: 'signed-out' });
  }
}
