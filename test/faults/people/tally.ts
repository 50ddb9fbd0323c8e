/** What came of everything that people did. */
export class Tally {
  /** Complete sign-ins by what was proven last. */
  readonly signIns = new Map<string, number>();
  stepUps = 0;
  enrolments = 0;
  /** Requests whose connection ended without an answer. */
  cut = 0;
  /** Requests that were answered 503. */
  unavailable = 0;
  /** Answers that are not of the contract, or not what they should be. */
  readonly surprises: string[] = [];

  signedIn(method: string): void {
    this.signIns.set(method, (this.signIns.get(method) ?? 0) + 1);
  }

  get complete(): number {
    return [...this.signIns.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Requests of which nobody knows what has become. */
  get interrupted(): number {
    return this.cut + this.unavailable;
  }
}
