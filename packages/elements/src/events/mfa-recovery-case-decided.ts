/** Support approved or rejected a case. */
export class MfaRecoveryCaseDecidedEvent extends Event {
  static readonly eventName = 'mfa-recovery-case-decided';

  constructor() {
    super(MfaRecoveryCaseDecidedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mfa-recovery-case-decided': MfaRecoveryCaseDecidedEvent;
  }
}
