/** A remembered device was forgotten, or all of them. */
export class MfaDeviceForgottenEvent extends Event {
  static readonly eventName = 'mfa-device-forgotten';

  constructor() {
    super(MfaDeviceForgottenEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mfa-device-forgotten': MfaDeviceForgottenEvent;
  }
}
