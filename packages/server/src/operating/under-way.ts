/** Requests that are being answered: what closing waits for. */
export interface UnderWay {
  begin(): void;
  end(): void;
  /**
   * Settles when there are none, or has waited long enough: one whose port never settles must not keep everything open.
   *
   * @param patience Milliseconds.
   */
  none(patience: number): Promise<void>;
}

export function createUnderWay(): UnderWay {
  let count = 0;
  const waiting = new Set<() => void>();
  return {
    begin: () => void (count += 1),
    end() {
      count -= 1;
      if (count === 0) for (const go of waiting) go();
    },
    async none(patience) {
      if (count === 0) return;
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((go) => {
        timer = setTimeout(go, patience);
        waiting.add(go);
      });
      clearTimeout(timer);
    },
  };
}
