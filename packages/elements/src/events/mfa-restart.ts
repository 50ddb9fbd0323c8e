/** The person wants to start again, because the pending sign-in or the session is gone. What follows is the page's to do. */
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
