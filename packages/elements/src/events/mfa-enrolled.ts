/** The person has set up a factor, with all that belongs to it: recovery codes are saved, old authenticators decided on. */
export class MfaEnrolledEvent extends Event {
  static readonly eventName = 'mfa-enrolled';

  constructor() {
    super(MfaEnrolledEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mfa-enrolled': MfaEnrolledEvent;
  }
}
