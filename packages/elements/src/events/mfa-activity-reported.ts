/** The person said of something in their security activity that it wasn't them. What to do now is shown in its place. */
export class MfaActivityReportedEvent extends Event {
  static readonly eventName = 'mfa-activity-reported';

  constructor() {
    super(MfaActivityReportedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mfa-activity-reported': MfaActivityReportedEvent;
  }
}
