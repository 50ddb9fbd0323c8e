/** A recovery was asked for: an email is on its way, if anybody has the login that was typed. Nobody is told which of the two it is. */
export class MfaRecoveryRequestedEvent extends Event {
  static readonly eventName = 'mfa-recovery-requested';

  constructor() {
    super(MfaRecoveryRequestedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mfa-recovery-requested': MfaRecoveryRequestedEvent;
  }
}
