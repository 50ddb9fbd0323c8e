/** What came of everything that people did. */
export class Tally {
  /** Complete sign-ins by what was proven last. */
  readonly signIns = new Map<string, number>();
  stepUps = 0;
  enrolments = 0;
  readonly #cut: string[] = [];
  readonly #unavailable: string[] = [];
  /** Answers that are not of the contract, or not what they should be. */
  readonly surprises: string[] = [];

  signedIn(method: string): void {
    this.signIns.set(method, (this.signIns.get(method) ?? 0) + 1);
  }

  get complete(): number {
    return [...this.signIns.values()].reduce((sum, count) => sum + count, 0);
  }

  /** The connection of a request ended without an answer. */
  wasCut(person: string): void {
    this.#cut.push(person);
  }

  /** A request was answered 503. */
  wasUnavailable(person: string): void {
    this.#unavailable.push(person);
  }

  get cut(): number {
    return this.#cut.length;
  }

  get unavailable(): number {
    return this.#unavailable.length;
  }

  /** Requests of which nobody knows what has become. */
  get interrupted(): number {
    return this.cut + this.unavailable;
  }

  /** The same, of one person. */
  interruptionsOf(person: string): number {
    return [...this.#cut, ...this.#unavailable].filter((one) => one === person).length;
  }
}
