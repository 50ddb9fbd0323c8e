/** Requests that are being answered: what closing waits for. */
export interface UnderWay {
  begin(): void;
  end(): void;
  /** Settles when there are none. */
  none(): Promise<void>;
}

export function createUnderWay(): UnderWay {
  let count = 0;
  const waiting: (() => void)[] = [];
  return {
    begin: () => void (count += 1),
    end() {
      count -= 1;
      if (count === 0) for (const go of waiting.splice(0)) go();
    },
    none: () => (count === 0 ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve))),
  };
}
