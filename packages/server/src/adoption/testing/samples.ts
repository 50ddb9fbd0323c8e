/** The text that Prometheus scrapes, read. */
export interface Samples {
  readonly text: string;
  /** All samples, by name with labels as they are printed. */
  readonly all: ReadonlyMap<string, number>;
  /** Of one that has to be there. */
  readonly value: (name: string) => number;
  readonly sum: (which: RegExp) => number;
  readonly names: (which: RegExp) => readonly string[];
}

export function samplesOf(text: string): Samples {
  const all = new Map(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const space = line.lastIndexOf(' ');
        return [line.slice(0, space), Number(line.slice(space + 1))] as const;
      }),
  );
  const names = (which: RegExp): string[] => [...all.keys()].filter((name) => which.test(name));
  return {
    text,
    all,
    names,
    value(name) {
      const found = all.get(name);
      if (found === undefined) throw new Error(`no sample ${name}`);
      return found;
    },
    sum: (which) => names(which).reduce((sum, name) => sum + (all.get(name) ?? 0), 0),
  };
}
