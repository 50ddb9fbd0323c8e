import { stat } from 'node:fs/promises';
import { ConfigurationError, readConfiguration, type Settings } from '../configuration/configuration.ts';
import { plainText } from '../api/plain-text.ts';
import { examine, type Report } from '../doctor/doctor.ts';
import type { Diagnosis, Finding, Level } from '../doctor/finding.ts';
import { systemClock } from '../ports/clock.ts';
import { openStoreToLookAt } from '../store/open-store.ts';
import { readRing, type Given } from './given.ts';
import { addressOf } from './given-store.ts';

const EXIT_CODES: Readonly<Record<Report['worst'], number>> = { well: 0, hint: 0, warning: 1, problem: 2 };

const MARKS: Readonly<Record<Level, string>> = { problem: '✗', warning: '!', hint: '·' };

/**
 * Examines an installation and prints what was found, with what mends it.
 *
 * @returns 0 when all is well, 1 with warnings, 2 with problems.
 */
export async function runDoctor(
  given: Given,
  { json, probe }: { readonly json: boolean; readonly probe: boolean },
): Promise<number> {
  const { settings, mistakes } = read(given);
  const { keys, database, configuration } = given;
  // What a configuration has wrong is a finding.
  if (database !== undefined && database !== '' && !configuration) addressOf(database);
  const report = await examine({
    settings,
    mistakes,
    database,
    openStore: openStoreToLookAt,
    openRing: keys === undefined && !configuration ? undefined : () => readRing(given),
    keyFile: await keyFileOf(keys),
    probe,
    machine: systemClock,
    ask: fetch,
  });
  if (json) console.log(JSON.stringify(report, null, 2));
  else for (const line of linesOf(report)) console.log(line);
  return EXIT_CODES[report.worst];
}

function read({ configuration }: Given): { settings: Settings | undefined; mistakes: readonly string[] } {
  if (!configuration) return { settings: undefined, mistakes: [] };
  try {
    return { settings: readConfiguration(configuration), mistakes: [] };
  } catch (error) {
    if (error instanceof ConfigurationError) return { settings: undefined, mistakes: error.mistakes };
    throw error;
  }
}

async function keyFileOf(keys: string | undefined): Promise<{ path: string; mode: number } | undefined> {
  if (keys?.startsWith('file:') !== true) return undefined;
  const path = keys.slice('file:'.length);
  const file = await stat(path).catch(() => undefined);
  return file && { path, mode: file.mode };
}

function linesOf({ diagnoses }: Report): readonly string[] {
  const findings = diagnoses.flatMap((diagnosis) => diagnosis.findings);
  const count = (level: Level): string => {
    const number = findings.filter((finding) => finding.level === level).length;
    return `${number} ${level}${number === 1 ? '' : 's'}`;
  };
  const notChecked = diagnoses.filter((diagnosis) => diagnosis.notChecked !== undefined);
  const passedOver =
    notChecked.length > 0 ? [`not checked: ${notChecked.map(({ area }) => area).join(', ')}`] : [];
  return [
    ...diagnoses.flatMap((diagnosis) => [headOf(diagnosis), ...diagnosis.findings.flatMap(linesOfFinding)]),
    '',
    notChecked.length === diagnoses.length
      ? 'nothing was looked at; mfa-kit --help says what to give'
      : [`${count('problem')}, ${count('warning')}, ${count('hint')}`, ...passedOver].join('; '),
  ];
}

function headOf({ area, findings, notChecked }: Diagnosis): string {
  const how =
    notChecked !== undefined
      ? `not checked: ${notChecked}`
      : findings.some(({ level }) => level !== 'hint')
        ? ''
        : 'well';
  return `${area.padEnd(10)}${how}`.trimEnd();
}

/** Others chose some of the words of a detail (rule K6). */
const linesOfFinding = ({ code, level, what, detail, mend }: Finding): readonly string[] => [
  `  ${MARKS[level]} ${code}: ${what}`,
  ...(detail === undefined ? [] : [`      found: ${plainText(detail)}`]),
  `      mend:  ${mend}`,
];
