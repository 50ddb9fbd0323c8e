/** A run of a job that one process at a time is enough for. Times in milliseconds. */
export interface Run {
  /** What tells this run from others. */
  readonly run: string;
  readonly now: number;
  /** When others take it that this process has ended in the middle; a run that is given up ends earlier. */
  readonly until: number;
  /** By how much the time that the job has come to moves towards `now`, at most. */
  readonly pace: number;
}

/** Who is at a job that one process at a time is enough for, and what time it has come to. */
export interface JobStore {
  /**
   * A job that was never run begins at the newest event of the audit.
   *
   * @returns the time that the run may take it to be where it deletes what is old, never later than now (decision 0027); `undefined` when
   *   somebody else is at it.
   */
  beginRun(job: string, run: Run): Promise<number | undefined>;
  endRun(job: string, run: string): Promise<void>;
  /** The earliest time that a job has come to; `undefined` when none was ever run. */
  findReached(): Promise<number | undefined>;
}
