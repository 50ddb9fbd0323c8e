import path from 'node:path';
import { inspect } from 'node:util';

// Reporter for node:test: one line for each file, every failure in full, and at the end exactly one line that says
// "N passed, N failed", which people and programs can find.

/** @typedef {import('node:test').EventData.TestPass | import('node:test').EventData.TestFail} Ended */

/** What is known of one test file until its end. */
class FileReport {
  /** How many of its failures were printed. */
  toldFailures = 0;
  passed = 0;
  /** @type {string[]} */
  failures = [];
  output = '';
}

/**
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} source
 * @returns {AsyncGenerator<string>}
 */
export default async function* report(source) {
  /** @type {Map<string, FileReport>} */
  const files = new Map();
  /** @param {string | undefined} file */
  const of = (file) => {
    // Some events name the file by its path as given, some by its full path.
    const name = file === undefined ? '' : path.resolve(file);
    const known = files.get(name) ?? new FileReport();
    files.set(name, known);
    return known;
  };
  /**
   * @param {string} name
   * @param {number} milliseconds
   */
  const tell = (name, milliseconds) => {
    const file = of(name);
    file.toldFailures = file.failures.length;
    return lines(name, file, milliseconds);
  };

  for await (const event of source) {
    switch (event.type) {
      case 'test:pass':
      case 'test:fail':
        judge(of(event.data.file), event.type === 'test:pass', event.data);
        break;
      case 'test:stdout':
      case 'test:stderr':
        of(event.data.file).output += event.data.message;
        break;
      case 'test:summary':
        if (event.data.file !== undefined) yield tell(event.data.file, event.data.duration_ms);
        break;
      default:
    }
  }

  // A file that could not be loaded gets no summary of its own, and one whose process fails at its end does so after it.
  for (const [name, file] of files) {
    if (file.failures.length > file.toldFailures) yield tell(name, 0);
  }
  const reports = [...files.values()];
  const passed = reports.reduce((sum, { passed: count }) => sum + count, 0);
  const failed = reports.reduce((sum, { failures }) => sum + failures.length, 0);
  if (passed + failed === 0) yield 'No test was found.\n';
  // node:test itself is content with skipped tests, and with none.
  if (failed > 0 || passed === 0) process.exitCode = 1;
  yield `${String(passed)} passed, ${String(failed)} failed\n`;
}

/**
 * @param {FileReport} file
 * @param {boolean} hasPassed
 * @param {Ended} test
 */
function judge(file, hasPassed, test) {
  // A suite, and a test with subtests, fails with them; counting it as well would count one failure twice.
  const error = 'error' in test.details ? test.details.error : undefined;
  if (error !== undefined && 'failureType' in error && error.failureType === 'subtestsFailed') return;
  const excuse = test.skip ?? test.todo;
  if (excuse !== undefined && excuse !== false) {
    file.failures.push(`FAILED ${test.name}\n  skipped; a test that does not run proves nothing`);
  } else if (hasPassed && test.file !== undefined && path.resolve(test.name) === path.resolve(test.file)) {
    // A file stands for itself only where it has no tests.
    file.failures.push(`FAILED ${path.relative('.', test.name)}\n  has no tests`);
  } else if (!hasPassed) {
    const place =
      test.file === undefined ? '' : `\n  at ${path.relative('.', test.file)}:${String(test.line ?? 1)}`;
    file.failures.push(`FAILED ${test.name}${place}\n${indent(inspect(error?.cause ?? error))}`);
  } else if (test.details.type !== 'suite') {
    file.passed += 1;
  }
}

/**
 * @param {string} file
 * @param {FileReport} report
 * @param {number} milliseconds
 * @returns {string}
 */
function lines(file, { passed, failures, output }, milliseconds) {
  const name = path.relative('.', file);
  const seconds = (milliseconds / 1000).toFixed(1);
  if (failures.length === 0) return `ok      ${name}: ${String(passed)} tests, ${seconds} s\n`;
  const printed = output.trim() === '' ? '' : `  what it printed:\n${indent(output.trimEnd())}\n`;
  return `failed  ${name}: ${String(failures.length)} of ${String(passed + failures.length)}\n${failures.join('\n')}\n${printed}`;
}

/**
 * @param {string} text
 * @returns {string}
 */
function indent(text) {
  return text.replaceAll(/^/gm, '    ');
}
