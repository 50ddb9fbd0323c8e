/** The person is signed in, with everything that was asked of them. Who it is stands in the client's session view. */
export class MfaSignedInEvent extends Event {
  static readonly eventName = 'mfa-signed-in';

  constructor() {
    super(MfaSignedInEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mfa-signed-in': MfaSignedInEvent;
  }
}
