/** The challenge was passed: the sign-in is complete, or the session freshly proven. */
export class MfaChallengePassedEvent extends Event {
  static readonly eventName = 'mfa-challenge-passed';

  constructor() {
    super(MfaChallengePassedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mfa-challenge-passed': MfaChallengePassedEvent;
  }
}
