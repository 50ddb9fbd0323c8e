import { load, type Sample, type SpentSample } from '../load/load.ts';
import type { WireRequest } from '../load/request.ts';
import type { Person } from '../people/person.ts';
import type { Child } from './child.ts';
import { CPU } from './in-child.ts';
import { STATUS, type Scenario } from './scenarios.ts';

/** Whatever is measured: a server, or a part of what a server does. */
export interface Contender {
  readonly name: string;
  readonly scenarios: ReadonlySet<Scenario>;
  /** Set for what cannot be undercut, which is no server that anybody could use. */
  readonly floor?: true;
  /** Prepares and then does so much of the scenario, so much at a time. */
  measure(scenario: Scenario, people: readonly Person[], connections: number): Promise<SpentSample>;
  stop(): Promise<void>;
}

/** Puts in place what the requests of a scenario need, and makes them: one for each person. */
export type Prepare = (people: readonly Person[]) => Promise<readonly WireRequest[]>;

/** Work with what it costs the process that does it. */
export async function spending(child: Child, work: () => Promise<Sample>): Promise<SpentSample> {
  const before = (await child.ask(CPU)) as number;
  const sample = await work();
  return { ...sample, cpu: ((await child.ask(CPU)) as number) - before };
}

/** A contender that is asked over HTTP. */
export function servedContender(parts: {
  name: string;
  child: Child;
  prepare: Readonly<Partial<Record<Scenario, Prepare>>>;
  close?: () => Promise<void>;
}): Contender {
  const { name, child, prepare, close } = parts;
  const { port } = child.ready as { port: number };
  return {
    name,
    scenarios: new Set(Object.keys(prepare) as Scenario[]),
    async measure(scenario, people, connections) {
      const requests = await prepare[scenario]?.(people);
      if (!requests) throw new Error(`${name} has no ${scenario}`);
      return spending(child, () => load(port, requests, { connections, status: STATUS[scenario] }));
    },
    async stop() {
      await child.stop();
      await close?.();
    },
  };
}
