import { adoptionOf } from '../adoption/adoption.ts';
import { dayOf } from '../adoption/days.ts';
import { csvReport, markdownReport } from '../adoption/report.ts';
import { quarterlyReview } from '../adoption/review.ts';
import { systemClock } from '../ports/clock.ts';
import type { Store } from '../store/store.ts';
import { UsageError } from './usage-error.ts';

const FORMATS = { markdown: markdownReport, csv: csvReport } as const;

/** By the database's clock, where it has one, as events are. */
const timeOf = async (store: Store): Promise<number> =>
  Math.round((await store.time?.()) ?? systemClock.now());

/** The days of a month, its last day included. @throws UsageError for what is no month, and for one to come. */
function daysOf(month: string | undefined, now: number): { month: string; first: number; last: number } {
  const [, year = '', number = ''] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month ?? '') ?? [];
  if (month === undefined || year === '') throw new UsageError('no month: give --month as 2026-10');
  const first = dayOf(Date.UTC(Number(year), Number(number) - 1));
  const last = dayOf(Date.UTC(Number(year), Number(number)) - 1);
  if (first > dayOf(now)) throw new UsageError(`${month} has not begun yet`);
  return { month, first, last: Math.min(last, dayOf(now)) };
}

/** Prints how a month went, of one workspace or of all. */
export async function reportAdoption(
  store: Store,
  asked: {
    readonly month: string | undefined;
    readonly format: string | undefined;
    readonly workspace: string | undefined;
  },
): Promise<void> {
  const { format = 'markdown', workspace } = asked;
  if (format !== 'markdown' && format !== 'csv') throw new UsageError('--format is either markdown or csv');
  const now = await timeOf(store);
  const { month, first, last } = daysOf(asked.month, now);
  const view = await adoptionOf(store, workspace, { first, last }, now);
  process.stdout.write(FORMATS[format]({ month, workspace, view }));
}

/** Prints the checklist of a quarterly review, filled. */
export async function reportReview(store: Store): Promise<void> {
  process.stdout.write(await quarterlyReview(store, await timeOf(store)));
}
