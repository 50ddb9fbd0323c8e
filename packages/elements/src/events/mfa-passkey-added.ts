/** A passkey was added, and its recovery codes, if there were any, are saved. */
export class MfaPasskeyAddedEvent extends Event {
  static readonly eventName = 'mfa-passkey-added';

  constructor() {
    super(MfaPasskeyAddedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mfa-passkey-added': MfaPasskeyAddedEvent;
  }
}
