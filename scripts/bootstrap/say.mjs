/**
 * One line to the person who waits. The bootstrap says everything that it does, before it does it.
 *
 * @param {string} line
 */
export function say(line) {
  process.stdout.write(`${line}\n`);
}
