/** A passkey was revoked: nobody can sign in with it any more. */
export class MfaPasskeyRevokedEvent extends Event {
  static readonly eventName = 'mfa-passkey-revoked';

  constructor() {
    super(MfaPasskeyRevokedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mfa-passkey-revoked': MfaPasskeyRevokedEvent;
  }
}
