/** A passkey was given another name. */
export class MfaPasskeyRenamedEvent extends Event {
  static readonly eventName = 'mfa-passkey-renamed';

  constructor() {
    super(MfaPasskeyRenamedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mfa-passkey-renamed': MfaPasskeyRenamedEvent;
  }
}
