/** The dialog closed without a proof; refused calls fail as they did. */
export class MfaStepUpCancelledEvent extends Event {
  static readonly eventName = 'mfa-step-up-cancelled';

  constructor() {
    super(MfaStepUpCancelledEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mfa-step-up-cancelled': MfaStepUpCancelledEvent;
  }
}
