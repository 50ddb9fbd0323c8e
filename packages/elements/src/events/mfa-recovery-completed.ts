/** The person is back in their account, and has set up a factor again. */
export class MfaRecoveryCompletedEvent extends Event {
  static readonly eventName = 'mfa-recovery-completed';

  constructor() {
    super(MfaRecoveryCompletedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mfa-recovery-completed': MfaRecoveryCompletedEvent;
  }
}
