/** A database that has not answered by then does not serve anybody either. Shorter than what probes wait for themselves. */
const PATIENCE = 2_000;
/** A question that has hung for so long is given up, so that a database that came back is found by a new one. */
const GIVEN_UP_AFTER = 30_000;

/** Whether requests should be sent to this process. */
export interface Readiness {
  /** Never rejects, and never waits for longer than two seconds. */
  ready(): Promise<boolean>;
  /** From now on it is not ready, whatever the database says. */
  end(): void;
}

/**
 * However many ask at once, and however long the database takes: one question is under way, and all that come meanwhile get its answer.
 *
 * @param isUpToDate Whether the database answers and has every table that this version needs.
 */
export function createReadiness(isUpToDate: () => Promise<boolean>): Readiness {
  let ended = false;
  let asked: Promise<boolean> | undefined;

  function askOnce(): Promise<boolean> {
    if (asked) return asked;
    const forget = (): void => {
      clearTimeout(timer);
      if (asked === question) asked = undefined;
    };
    const timer = setTimeout(forget, GIVEN_UP_AFTER).unref();
    const question = isUpToDate()
      .catch(() => false)
      .finally(forget);
    asked = question;
    return question;
  }

  return {
    async ready() {
      if (ended) return false;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<false>((resolve) => {
        timer = setTimeout(resolve, PATIENCE, false);
      });
      const answer = await Promise.race([askOnce(), late]);
      clearTimeout(timer);
      // It may have begun to end while the database was asked.
      return answer && !ended;
    },

    end: () => void (ended = true),
  };
}
