import { AREAS, FINDINGS, type FindingCode } from '../../packages/server/src/doctor/finding.ts';

/** Everything that the doctor can find, area by area, in the words that it prints. */
export function findingsTable(): string {
  return AREAS.map((area) => {
    const rows = (Object.keys(FINDINGS) as FindingCode[])
      .filter((code) => code.startsWith(`${area}.`))
      .map((code) => {
        const { level, what, mend } = FINDINGS[code];
        return `| \`${code}\` | ${level} | ${what} | ${mend} |`;
      });
    return [`### ${area}`, '', '| code | is a | found | mend |', '| --- | --- | --- | --- |', ...rows].join(
      '\n',
    );
  }).join('\n\n');
}
