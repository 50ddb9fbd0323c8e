/** An authenticator app was added, with all that belongs to it. */
export class MfaTotpAddedEvent extends Event {
  static readonly eventName = 'mfa-totp-added';

  constructor() {
    super(MfaTotpAddedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mfa-totp-added': MfaTotpAddedEvent;
  }
}
