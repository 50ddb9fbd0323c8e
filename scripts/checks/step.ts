import type { Resources } from './resources.ts';

/** What a step found out. */
export interface Outcome {
  readonly passed: boolean;
  /** A few words for the heading, such as `214 passed, 0 failed`. */
  readonly finding: string;
  /** Everything that its programs printed. */
  readonly output: string;
}

/** One thing that `npm test` checks. */
export interface Step {
  /** The word that `npm test -- <name>` takes. */
  readonly name: string;
  /** What it proves, for people. */
  readonly title: string;
  /** The npm script that does it; it can be run alone too. */
  readonly script: string;
  /** Names of steps whose results on disk this one reads. It runs after them, also when they failed. */
  readonly after?: readonly string[];
  /** What has to be there before the script runs. */
  readonly needs?: readonly (keyof Resources)[];
}
