/** An account recovery was cancelled here. */
export class MfaRecoveryCancelledEvent extends Event {
  static readonly eventName = 'mfa-recovery-cancelled';

  constructor() {
    super(MfaRecoveryCancelledEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mfa-recovery-cancelled': MfaRecoveryCancelledEvent;
  }
}
