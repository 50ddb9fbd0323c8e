/**
 * The last missing character of a code was entered. The event carries no code and stays within the tree of its element, so that
 * listeners of the whole page, such as analytics, see neither. Preventing it keeps the element from submitting its form.
 */
export class MfaCodeCompleteEvent extends Event {
  static readonly eventName = 'mfa-code-complete';

  constructor() {
    super(MfaCodeCompleteEvent.eventName, { bubbles: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mfa-code-complete': MfaCodeCompleteEvent;
  }
}
