/** A session was ended, or all but this one. Where it was this very one, the client's session view is `signed-out` by now. */
export class MfaSessionEndedEvent extends Event {
  static readonly eventName = 'mfa-session-ended';

  constructor() {
    super(MfaSessionEndedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mfa-session-ended': MfaSessionEndedEvent;
  }
}
