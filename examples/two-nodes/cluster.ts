import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { startProxy, type Proxy } from './proxy.ts';

/** A node, or the jobs: a process of its own. */
export interface HostProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** Settles with the exit code when it has ended. */
  readonly ended: Promise<number | null>;
}

export interface Cluster {
  /** What people open: the balancer. */
  readonly url: string;
  readonly proxy: Proxy;
  readonly nodes: readonly HostProcess[];
  /** One more, behind the balancer as soon as it is ready. */
  startNode(): Promise<HostProcess>;
  /** Ends the process of the jobs as an update would, and starts another. @returns the exit code. */
  replaceJobs(): Promise<number | null>;
  /** Ends everything in good order. @returns whether everything did. */
  stop(): Promise<boolean>;
}

export interface ClusterSettings {
  readonly port: number;
  readonly nodes: number;
  readonly databaseUrl: string;
  readonly smtpUrl: string;
  readonly keysFile: string;
  /** Told each line that a process writes. */
  readonly heard?: (line: string) => void;
  readonly probeEvery?: number;
  /** Further variables for the processes. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts a balancer, nodes behind it, and a process for the jobs, each as a program of its own. */
export async function startCluster(settings: ClusterSettings): Promise<Cluster> {
  const { port, databaseUrl, smtpUrl, keysFile, heard = () => undefined } = settings;
  const origins = new Set<string>();
  const nodes: HostProcess[] = [];
  const proxy = await startProxy({
    port,
    nodes: origins,
    ...(settings.probeEvery !== undefined && { probeEvery: settings.probeEvery }),
  });
  const url = `http://localhost:${String(proxy.port)}`;
  const environment = {
    PATH: process.env['PATH'],
    PORT: '0',
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: url,
    SMTP_URL: smtpUrl,
    MFA_KEYS_FILE: keysFile,
    ...settings.environment,
  };
  const start = (program: string): Promise<HostProcess> => startProcess(program, environment, heard);

  async function startNode(): Promise<HostProcess> {
    const node = await start('node');
    nodes.push(node);
    origins.add(node.url);
    void node.ended.then(() => {
      origins.delete(node.url);
      nodes.splice(nodes.indexOf(node), 1);
    });
    return node;
  }

  let jobs = await start('jobs');
  await Promise.all(Array.from({ length: settings.nodes }, startNode));
  await proxy.untilReady(settings.nodes);

  return {
    url,
    proxy,
    nodes,
    startNode,
    async replaceJobs() {
      jobs.child.kill('SIGTERM');
      const code = await jobs.ended;
      jobs = await start('jobs');
      return code;
    },
    async stop() {
      // Nobody comes any more once it is closed, so the nodes have nobody to wait for.
      await proxy.close();
      const all = [...nodes, jobs];
      for (const { child } of all) child.kill('SIGINT');
      return (await Promise.all(all.map(({ ended }) => ended))).every((code) => code === 0);
    },
  };
}

/** @throws Error with what it wrote, when it ends before it listens. */
async function startProcess(
  program: string,
  environment: NodeJS.ProcessEnv,
  heard: (line: string) => void,
): Promise<HostProcess> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'host', `${program}.ts`)], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Whatever becomes of this process, it leaves none behind.
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  const ended = once(child, 'exit').then(([code]) => {
    process.off('exit', end);
    return code as number | null;
  });
  const written: string[] = [];
  const port = await new Promise<number>((found, failed) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        heard(line);
        written.push(line);
        const listening = /^\{"msg":"listening","port":(\d+)\}$/.exec(line)?.[1];
        if (listening !== undefined) found(Number(listening));
      });
    }
    void ended.then((code) => {
      failed(new Error(`${program} ended with ${String(code)} before it listened:\n${written.join('\n')}`));
    });
  });
  return { url: `http://localhost:${String(port)}`, child, ended };
}
