import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { leaveNoneBehind } from '../../support/none-left-behind.ts';
import { project } from './project.ts';

const files = path.resolve(import.meta.dirname, '../application');

/** An Express application in the project into which the packages were installed. */
export interface Application {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the application of these tests. */
export async function startApplication(): Promise<Application> {
  const folder = await project();
  await cp(files, folder, { recursive: true });
  return startServer(folder);
}

/**
 * Starts a `server.js` in a process of its own: Node looks for the packages where it lies.
 *
 * @param folder where it is
 * @param settings environment variables
 */
export function startServer(folder: string, settings: NodeJS.ProcessEnv = {}): Promise<Application> {
  const child = spawn(process.execPath, ['server.js'], {
    cwd: folder,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  leaveNoneBehind(child);
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return;
    child.kill();
    await once(child, 'exit');
  };
  return new Promise((resolve, reject) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const url = /^http:\/\/localhost:\d+$/m.exec(output)?.[0];
        if (url !== undefined) resolve({ url, stop });
      });
    }
    child.once('exit', (code) => reject(new Error(`server.js ended with ${String(code)}:\n${output}`)));
  });
}
