/** Who is at a job that one process at a time is enough for. */
export interface JobStore {
  /**
   * @param run What tells this run from others.
   * @param until When others take it that this process has ended in the middle; a run that is given up ends earlier.
   * @returns whether nobody else is at it.
   */
  beginRun(job: string, run: string, now: number, until: number): Promise<boolean>;
  endRun(job: string, run: string): Promise<void>;
}
