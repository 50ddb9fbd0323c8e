import type { ChildProcess } from 'node:child_process';

/** Whatever breaks off a run of the tests, it leaves no server behind, not a frozen one either. */
export function leaveNoneBehind(child: ChildProcess): void {
  const abandon = (): void => void child.kill('SIGKILL');
  process.once('exit', abandon);
  child.once('exit', () => process.off('exit', abandon));
}
