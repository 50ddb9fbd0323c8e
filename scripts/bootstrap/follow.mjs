/**
 * Makes this process a mere front of another: it hands on signals and ends as the other ends.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
export function follow(child) {
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      // A terminal sends Ctrl+C to all of its programs; a second one would cut the child's own ending short.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
