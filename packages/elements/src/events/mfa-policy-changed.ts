/** What the workspace asks of its people has changed. */
export class MfaPolicyChangedEvent extends Event {
  static readonly eventName = 'mfa-policy-changed';

  constructor() {
    super(MfaPolicyChangedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mfa-policy-changed': MfaPolicyChangedEvent;
  }
}
