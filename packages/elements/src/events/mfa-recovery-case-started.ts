/** Support started a case for a person who is locked out; somebody else decides about it. */
export class MfaRecoveryCaseStartedEvent extends Event {
  static readonly eventName = 'mfa-recovery-case-started';

  constructor() {
    super(MfaRecoveryCaseStartedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mfa-recovery-case-started': MfaRecoveryCaseStartedEvent;
  }
}
