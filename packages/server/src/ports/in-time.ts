/**
 * What comes of work that has to end in time: a port of the host's may never answer, and whoever waits for it would wait for ever. What it
 * comes to later is of no use to anybody any more.
 *
 * @param work Is what, in the error's words.
 * @throws Error when it takes longer.
 */
export async function inTime<Result>(
  milliseconds: number,
  work: string,
  running: Promise<Result>,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${work} took more than ${milliseconds / 1_000} seconds`));
    }, milliseconds);
  });
  try {
    return await Promise.race([running, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** As long as a job waits for what the host knows of a person. Milliseconds. */
const LONGEST_LOOK_UP = 30_000;

/** Looking up a person, for work that no request waits for: one whom the host never answers about must not hold up all others. */
export const lookingUp = <Result>(running: Promise<Result>): Promise<Result> =>
  inTime(LONGEST_LOOK_UP, 'looking up the person', running);
