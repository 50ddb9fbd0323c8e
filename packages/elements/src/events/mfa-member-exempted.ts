/** A member of the workspace is not held to their deadline for a while. */
export class MfaMemberExemptedEvent extends Event {
  static readonly eventName = 'mfa-member-exempted';

  constructor() {
    super(MfaMemberExemptedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mfa-member-exempted': MfaMemberExemptedEvent;
  }
}
