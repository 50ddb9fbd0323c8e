/** The person said that the recovery codes are saved. They are nowhere in the page any more. */
export class MfaRecoveryCodesConfirmedEvent extends Event {
  static readonly eventName = 'mfa-recovery-codes-confirmed';

  constructor() {
    super(MfaRecoveryCodesConfirmedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mfa-recovery-codes-confirmed': MfaRecoveryCodesConfirmedEvent;
  }
}
