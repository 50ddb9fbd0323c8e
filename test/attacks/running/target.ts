import { once } from 'node:events';
import { createServer } from 'node:net';

/** What becomes visible beside the answers; where it is missing, what it would show is not looked at. */
export interface Inside {
  /** What the server wrote to its log since the beginning. */
  readonly log?: () => Promise<string>;
  readonly audit?: Audit;
}

/** The audit, to be read only. */
export interface Audit {
  /** The events that were written while answering these requests. */
  eventsOf(requestIds: readonly string[]): Promise<readonly AuditRow[]>;
  /** Everything that is in it, as text. */
  all(): Promise<string>;
}

export interface AuditRow {
  readonly request_id: string | null;
  readonly event: string;
  readonly reason: string | null;
}

/** A running server: one or several processes of the demo, or of something that has its control API. */
export class Target {
  /** What people see in their address bar; passkeys are bound to it. */
  readonly origin: string;
  readonly inside: Inside;
  /** Whether requests can come from any address of 127.0.0.0/8. */
  readonly manyAddresses: boolean;
  readonly #processes: readonly string[];
  readonly #shared = new Map<string, Promise<unknown>>();
  #turn = 0;
  #secondsMoved = 0;

  constructor(setting: {
    processes: readonly string[];
    origin: string;
    inside: Inside;
    manyAddresses: boolean;
  }) {
    this.#processes = setting.processes;
    this.origin = setting.origin;
    this.inside = setting.inside;
    this.manyAddresses = setting.manyAddresses;
  }

  get processCount(): number {
    return this.#processes.length;
  }

  /** Requests go to all processes in turn. */
  nextProcess(): string {
    this.#turn += 1;
    return this.#processes[this.#turn % this.#processes.length]!;
  }

  /** What is made by the first who asks and then kept for all: for attacks that may change nothing, which show that they did not. */
  shared<Made>(name: string, make: () => Promise<Made>): Promise<Made> {
    const made = this.#shared.get(name) ?? make();
    this.#shared.set(name, made);
    return made as Promise<Made>;
  }

  moved(seconds: number): void {
    this.#secondsMoved += seconds;
  }

  /** How far the clock was moved so far. */
  get secondsMoved(): number {
    return this.#secondsMoved;
  }
}

/** Linux lets programs come from any loopback address; other systems know 127.0.0.1 alone. */
export async function canUseManyAddresses(): Promise<boolean> {
  const probe = createServer();
  try {
    probe.listen(0, '127.77.1.3');
    await once(probe, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    probe.close();
  }
}
