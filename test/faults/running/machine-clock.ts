// Loaded before anything that asks what time it is: somebody may set the clock of this machine, and of no other. What counts the time
// since the start, such as `performance.now()`, goes on as it does then.

let setBy = 0;

const TrueDate = Date;

globalThis.Date = class extends TrueDate {
  constructor(...parts: unknown[]) {
    super(...((parts.length === 0 ? [TrueDate.now() + setBy] : parts) as [number]));
  }

  static override now(): number {
    return TrueDate.now() + setBy;
  }
} as DateConstructor;

/** @param milliseconds How far from the truth; negative is behind. */
export function setMachineClock(milliseconds: number): void {
  setBy = milliseconds;
}
