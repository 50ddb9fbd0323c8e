/** What a file does with its process that others in it would notice, or that they could spoil. */
const OF_THE_PROCESS: readonly RegExp[] = [
  // Starts programs, itself or through one of the helpers that are named after it.
  /'node:child_process'|-process\.ts'|\/mfa-kit\.ts'/,
  // Signals, exit code, working directory, memory, user: there is one of each.
  /\bprocess\.(?!(?:cwd|env|execPath|pid|platform|versions?)\b)/,
  // Timers that are put in the place of everybody's, those of the runner and of what other tests left among them.
  /\bmock\.timers\b/,
  // A hook outside of every suite is one of the process.
  /^(?:after|afterEach|before|beforeEach)\(/m,
];

/** Where a test is written down. One that only others write for it cannot be told to be there. */
const A_TEST = /\b(?:it|test)\(/;

/**
 * Whether a test file needs a process of its own. All others run in few: starting Node and loading the whole server costs more than what
 * most files then do with it.
 *
 * @param source text of the file
 */
export function needsOwnProcess(source: string): boolean {
  return !A_TEST.test(source) || OF_THE_PROCESS.some((sign) => sign.test(source));
}
