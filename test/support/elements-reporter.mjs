import path from 'node:path';

// Reporter for @web/test-runner: one line for each file, every failure in full, and at the end exactly one line that
// says "N passed, N failed", which people and programs can find. The one of node:test does the same.

/**
 * @typedef {import('@web/test-runner').TestSession} TestSession
 * @typedef {import('@web/test-runner').TestSuiteResult} TestSuiteResult
 * @typedef {import('@web/test-runner').TestResultError} TestResultError
 * @typedef {{ name: string, isPassed: boolean, error: TestResultError | undefined }} NamedTest
 */

/**
 * @param {readonly string[]} [leftOut] names of tests that were not meant to run; none by default
 * @returns {import('@web/test-runner').Reporter}
 */
export function elementsReporter(leftOut = []) {
  const isMeant = (/** @type {NamedTest} */ { name }) => !leftOut.includes(name);
  return {
    reportTestFileResults({ sessionsForTestFile }) {
      // Not through the runner's logger, which would print it after the last line of all.
      for (const session of sessionsForTestFile) process.stdout.write(`${lines(session, isMeant)}\n`);
    },
    stop({ sessions }) {
      let passed = 0;
      let failed = 0;
      for (const session of sessions) {
        passed += namedTests(session.testResults)
          .filter(isMeant)
          .filter(({ isPassed }) => isPassed).length;
        failed += failuresOf(session, isMeant).length;
      }
      if (failed > 0) failAtExit();
      process.stdout.write(`${String(passed)} passed, ${String(failed)} failed\n`);
    },
  };
}

/** The runner is content with skipped tests and says so by `process.exit(0)`, after which only this moment is left. */
function failAtExit() {
  process.once('exit', () => {
    process.exitCode = 1;
  });
}

/**
 * @param {TestSession} session
 * @param {(test: NamedTest) => boolean} isMeant
 * @returns {string}
 */
function lines(session, isMeant) {
  const name = path.relative('.', session.testFile);
  const tests = namedTests(session.testResults).filter(isMeant);
  const failures = failuresOf(session, isMeant);
  if (failures.length === 0) return `ok      ${name}: ${String(tests.length)} tests`;
  const logs = session.logs.map((parts) => `    ${parts.map(String).join(' ')}`);
  const printed = logs.length === 0 ? [] : ['  what it printed:', ...logs];
  return [`failed  ${name}: ${String(failures.length)}`, ...failures, ...printed].join('\n');
}

/**
 * @param {TestSession} session
 * @param {(test: NamedTest) => boolean} isMeant
 * @returns {string[]}
 */
function failuresOf(session, isMeant) {
  const all = namedTests(session.testResults);
  const tests = all.filter(isMeant);
  const failures = tests
    .filter(({ isPassed }) => !isPassed)
    .map(({ name, error }) => `FAILED ${name}\n${describeError(error)}`);
  // What went wrong outside of any test: a module that could not be loaded, an error in a listener.
  for (const error of session.errors) failures.push(`FAILED outside of its tests\n${describeError(error)}`);
  // The runner takes tests that were left out for such as did not pass.
  if (failures.length === 0 && !session.passed && tests.length === all.length)
    failures.push('FAILED without a reason; see the log of the browser');
  // The runner itself is content with a file that has no tests.
  if (failures.length === 0 && all.length === 0) failures.push('FAILED has no tests');
  return failures;
}

/**
 * @param {TestSuiteResult | undefined} suite
 * @param {string[]} [above] names of the suites around it
 * @returns {NamedTest[]}
 */
function namedTests(suite, above = []) {
  if (suite === undefined) return [];
  const names = [...above, suite.name].filter((name) => name !== '');
  const tests = suite.tests.map((test) => ({
    name: [...names, test.name].join(' > '),
    isPassed: test.passed && !test.skipped,
    error: test.skipped ? { message: 'skipped; a test that does not run proves nothing' } : test.error,
  }));
  return [...tests, ...suite.suites.flatMap((inner) => namedTests(inner, names))];
}

/**
 * @param {TestResultError | undefined} error
 * @returns {string}
 */
function describeError(error) {
  const compared =
    error?.expected === undefined ? [] : [`expected: ${error.expected}`, `actual:   ${String(error.actual)}`];
  return [error?.message ?? 'no message', ...compared, error?.stack ?? '']
    .join('\n')
    .trimEnd()
    .replaceAll(/^/gm, '    ');
}
