import { spawn } from 'node:child_process';
import type { Resources } from './resources.ts';
import type { Outcome, Step } from './step.ts';

/** No step takes this long, unless something hangs: and then the others should still be heard. */
const longest = 25 * 60_000;

/**
 * Runs the npm script of a step and reads its finding out of what it prints.
 *
 * @param step what to run
 * @param resources where it gets its browser and its database
 */
export async function runStep(step: Step, resources: Resources): Promise<Outcome> {
  try {
    for (const need of step.needs ?? []) await resources[need]();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { passed: false, finding: 'could not begin', output: `${message}\n` };
  }
  const { code, output } = await runScript(step.script);
  const counted = /^\d+ passed, \d+ failed$/m.exec(output)?.[0];
  if (code === 'timeout') return { passed: false, finding: 'took too long and was ended', output };
  return {
    passed: code === 0,
    finding: counted ?? (code === 0 ? 'nothing to complain about' : 'see above'),
    output,
  };
}

function runScript(script: string): Promise<{ code: number | 'timeout' | null; output: string }> {
  return new Promise((resolve, reject) => {
    // In a process group of its own, so that ending it also ends the browsers and servers that it started.
    const child = spawn('npm', ['run', '--silent', script], {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      shell: process.platform === 'win32',
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    let isOverdue = false;
    const end = (): void => {
      try {
        if (child.pid !== undefined)
          process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGTERM');
      } catch {
        // It ended by itself in the meantime.
      }
    };
    const timer = setTimeout(() => {
      isOverdue = true;
      end();
    }, longest);
    process.once('exit', end);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      process.removeListener('exit', end);
      resolve({ code: isOverdue ? 'timeout' : code, output });
    });
  });
}
