/** The person proved again; refused calls are being repeated. */
export class MfaStepUpDoneEvent extends Event {
  static readonly eventName = 'mfa-step-up-done';

  constructor() {
    super(MfaStepUpDoneEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mfa-step-up-done': MfaStepUpDoneEvent;
  }
}
