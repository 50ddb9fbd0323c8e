import { BYTE_ORDER_MARK, csvLine } from '../activity/csv.ts';
import type { AdoptionView, EnrolledShare } from './adoption-view.ts';

/** What a report is of: the figures, and what to call it. */
export interface AdoptionReport {
  /** As ISO 8601 has it, `2026-10`. */
  readonly month: string;
  /** Of all workspaces together, if there is none. */
  readonly workspace: string | undefined;
  readonly view: AdoptionView;
}

/** One line of the report. */
interface Figure {
  readonly group: 'people' | 'sign-ins' | 'attempts';
  readonly name: string;
  readonly part: number;
  readonly whole: number;
  readonly share: number | null;
}

const METHOD_NAMES = {
  passkey: 'by passkey',
  totp: 'by authenticator app',
  'recovery-code': 'by recovery code',
};

function figuresOf({ view }: AdoptionReport): readonly Figure[] {
  const enrolled = (name: string, { people, enrolled, share }: EnrolledShare): Figure => ({
    group: 'people',
    name,
    part: enrolled,
    whole: people,
    share,
  });
  const proven = view.methods.reduce((sum, { signIns }) => sum + signIns, 0);
  const { recoveryCodeUse, failureRate } = view;
  return [
    enrolled('Everybody who signed in', view.overall),
    enrolled('Administrators', view.admins),
    ...view.byTier.map((tier) => enrolled(tier.tier === null ? 'Without a tier' : `Tier ${tier.tier}`, tier)),
    enrolled('New in the last 30 days', view.newUsers30d),
    ...view.methods.map(({ method, signIns, share }) => ({
      group: 'sign-ins' as const,
      name: `Second step ${METHOD_NAMES[method]}`,
      part: signIns,
      whole: proven,
      share,
    })),
    {
      group: 'sign-ins',
      name: 'All sign-ins, by recovery code',
      part: recoveryCodeUse.byRecoveryCode,
      whole: recoveryCodeUse.signIns,
      share: recoveryCodeUse.share,
    },
    {
      group: 'attempts',
      name: 'Failed attempts to prove',
      part: failureRate.failed,
      whole: failureRate.attempts,
      share: failureRate.share,
    },
  ];
}

/** One decimal, as a reader of a table wants it; a share of nothing is told by a dash. */
const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1)} %`);

/** A tier is the host's word, and may hold what Markdown takes for its own. */
const plain = (text: string): string => text.replace(/[\\|`*_<>[\]#]/g, '\\$&').replace(/\s+/g, ' ');

function table(
  head: readonly [string, string, string, string],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), '| --- | ---: | ---: | ---: |', ...rows.map(line)].join('\n');
}

/** The report of a month, to be read by whoever answers for it. */
export function markdownReport(report: AdoptionReport): string {
  const { month, workspace, view } = report;
  const rowsOf = (...groups: readonly Figure['group'][]): readonly (readonly string[])[] =>
    figuresOf(report)
      .filter(({ group }) => groups.includes(group))
      .map(({ name, part, whole, share }) => [plain(name), String(part), String(whole), percent(share)]);
  const days = view.series.map(({ to, enrolled, people, share }) => [
    to,
    String(enrolled),
    String(people),
    percent(share),
  ]);
  return `# Multi-factor authentication, ${month}

${workspace === undefined ? 'All workspaces' : `Workspace ${plain(workspace)}`}, ${view.from} to ${view.to} (UTC).

## People

Who signed in in this month, and had a factor at the end of it.

${table(['', 'With a factor', 'People', 'Share'], rowsOf('people'))}

## Signing in

${table(['', 'Count', 'Of', 'Share'], rowsOf('sign-ins', 'attempts'))}

## Day by day

Of the people who signed in within the 30 days before.

${table(['Day', 'With a factor', 'People', 'Share'], days)}
`;
}

/** The same as a table that is safe to open in a spreadsheet (rule B6); shares from 0 to 1, empty where there is none. */
export function csvReport(report: AdoptionReport): string {
  const { month, workspace, view } = report;
  const line = (group: string, name: string, part: number, whole: number, share: number | null): string =>
    csvLine([
      month,
      workspace ?? '',
      group,
      name,
      String(part),
      String(whole),
      share === null ? '' : share.toFixed(4),
    ]);
  return [
    BYTE_ORDER_MARK + csvLine(['month', 'workspace', 'group', 'figure', 'count', 'of', 'share']),
    ...figuresOf(report).map(({ group, name, part, whole, share }) => line(group, name, part, whole, share)),
    ...view.series.map(({ to, enrolled, people, share }) => line('day', to, enrolled, people, share)),
  ].join('');
}
