/** The person wants to start again, because the pending sign-in is gone. Where nobody prevents it, nothing more happens. */
export class MfaRestartEvent extends Event {
  static readonly eventName = 'mfa-restart';

  constructor() {
    super(MfaRestartEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mfa-restart': MfaRestartEvent;
  }
}
