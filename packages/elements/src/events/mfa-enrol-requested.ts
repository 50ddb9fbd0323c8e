/**
 * The person wants to set up what is asked of them. A page that leads there itself prevents what would happen otherwise: the link is followed,
 * or the enrolment opens in the place of the banner.
 */
export class MfaEnrolRequestedEvent extends Event {
  static readonly eventName = 'mfa-enrol-requested';

  constructor() {
    super(MfaEnrolRequestedEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mfa-enrol-requested': MfaEnrolRequestedEvent;
  }
}
