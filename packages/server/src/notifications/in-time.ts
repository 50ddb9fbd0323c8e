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
