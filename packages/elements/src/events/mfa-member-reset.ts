/** All that a member of the workspace proves with was taken away; they set up anew at the next sign-in. */
export class MfaMemberResetEvent extends Event {
  static readonly eventName = 'mfa-member-reset';

  constructor() {
    super(MfaMemberResetEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mfa-member-reset': MfaMemberResetEvent;
  }
}
