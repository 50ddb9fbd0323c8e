/** An authenticator app was removed. Where it was the last factor, multi-factor authentication is off. */
export class MfaTotpRemovedEvent extends Event {
  static readonly eventName = 'mfa-totp-removed';

  constructor() {
    super(MfaTotpRemovedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mfa-totp-removed': MfaTotpRemovedEvent;
  }
}
