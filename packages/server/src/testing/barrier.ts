/** Where contenders wait for each other, so that a race is one each time it is run. */
export interface Barrier {
  /** From now on, so many have to arrive before any goes on; those after them pass. */
  raise(contenders: number): void;
  pass(): Promise<void>;
}

export function createBarrier(): Barrier {
  let missing = 0;
  let open = Promise.withResolvers<undefined>();
  return {
    raise(contenders) {
      missing = contenders;
      open = Promise.withResolvers();
    },
    async pass() {
      if (missing === 0) return;
      missing -= 1;
      if (missing === 0) open.resolve(undefined);
      await open.promise;
    },
  };
}
