/** Something to do, which may have to wait for others. */
export interface Task {
  readonly name: string;
  readonly after?: readonly string[];
}

/**
 * Does tasks side by side and hands over their results in the order in which they were given, each as soon as it and
 * all before it are there: what people read does not depend on which was faster.
 *
 * @param tasks what to do; a task may only wait for others, in any position, that do not wait for it
 * @param lanes how many are done at once
 * @param work does one of them
 * @param report is called once for each task
 */
export async function runInLanes<T extends Task, Result>(
  tasks: readonly T[],
  lanes: number,
  work: (task: T) => Promise<Result>,
  report: (task: T, result: Result) => void,
): Promise<void> {
  const waiting = [...tasks];
  const unfinished = new Set(tasks.map((task) => task.name));
  const results = new Map<string, Result>();
  let reported = 0;

  const isReady = (task: T): boolean => !(task.after ?? []).some((name) => unfinished.has(name));
  const reportInOrder = (): void => {
    for (let next = tasks[reported]; next !== undefined; next = tasks[++reported]) {
      const result = results.get(next.name);
      if (result === undefined) return;
      report(next, result);
    }
  };

  const running = new Set<Promise<void>>();
  while (waiting.length > 0 || running.size > 0) {
    const ready = waiting.findIndex(isReady);
    if (ready !== -1 && running.size < lanes) {
      const [task] = waiting.splice(ready, 1) as [T];
      const lane = work(task).then((result) => {
        results.set(task.name, result);
        unfinished.delete(task.name);
        running.delete(lane);
        reportInOrder();
      });
      running.add(lane);
    } else if (running.size > 0) {
      await Promise.race(running);
    } else {
      throw new Error(`These wait for each other: ${waiting.map((task) => task.name).join(', ')}`);
    }
  }
}
