import type { SessionCall } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { Authorize } from '../ports/authorize.ts';
import type { AdoptionQuery } from './adoption-query.ts';
import type { AdoptionPoint, AdoptionView, EnrolledShare } from './adoption-view.ts';
import type { AdoptionStore, DayAmount } from './adoption.store.ts';
import { DAY, dateOf, dayOf, pointsOf, stepOf, type DaySpan } from './days.ts';
import { enrolledOf, flowOf, methodsOf, peopleFigures, shareOf } from './figures.ts';

/** So recent is new, and so recent a sign-in counts for a point of the chart. */
const LATELY = 30;

/** As far back as an audit of thirteen months tells. */
const MOST_DAYS = 400;

/** How many people have multi-factor authentication, and how it goes. */
export interface Adoption {
  /** Of the workspace of whoever asks. @throws Problem `forbidden` */
  view(call: SessionCall<undefined, AdoptionQuery>): Promise<AdoptionView>;
}

/**
 * The figures of some days.
 *
 * @param workspace Of all workspaces together, if none is given.
 * @param now No day after it is told of, and of its own day what happened by then.
 */
export async function adoptionOf(
  store: AdoptionStore,
  workspace: string | undefined,
  span: DaySpan,
  now: number,
): Promise<AdoptionView> {
  const endOf = (day: number): number => Math.min((day + 1) * DAY, now + 1);
  const peopleOf = (first: number, last: number, newSince = endOf(last) - LATELY * DAY) =>
    store.countPeople({ from: first * DAY, until: endOf(last), newSince }, workspace);

  const groups = await peopleOf(span.first, span.last);
  const { amounts, countedUntil } = await store.listDays(workspace, {
    from: span.first,
    until: span.last + 1,
  });

  async function peopleAt(day: number): Promise<EnrolledShare> {
    if (day >= countedUntil) {
      const until = endOf(day);
      const recent = await store.countPeople(
        { from: until - LATELY * DAY, until, newSince: until },
        workspace,
      );
      return enrolledOf(recent);
    }
    const amountOf = (measure: DayAmount['measure']): number =>
      amounts.find((amount) => amount.day === day && amount.measure === measure)?.amount ?? 0;
    const [people, enrolled] = [amountOf('people'), amountOf('enrolled')];
    return { people, enrolled, share: shareOf(enrolled, people) };
  }

  const series: AdoptionPoint[] = [];
  for (const { first, last } of pointsOf(span)) {
    const within = amounts.filter(({ day }) => day >= first && day <= last);
    series.push({ from: dateOf(first), to: dateOf(last), ...(await peopleAt(last)), ...flowOf(within) });
  }

  const { signIns, byRecoveryCode, attempts, failed } = flowOf(amounts);
  return {
    from: dateOf(span.first),
    to: dateOf(span.last),
    step: stepOf(span),
    ...peopleFigures(groups),
    methods: methodsOf(amounts),
    recoveryCodeUse: { signIns, byRecoveryCode, share: shareOf(byRecoveryCode, signIns) },
    failureRate: { attempts, failed, share: shareOf(failed, attempts) },
    series,
  };
}

/** The days that are asked for, as far as there are any: none in the future, and no more than are told of. The answer says which. */
function spanOf({ from, to }: AdoptionQuery, today: number): DaySpan {
  const last = Math.min(to ?? today, today);
  const first = Math.min(from ?? last - LATELY + 1, last);
  return { first: Math.max(first, last - MOST_DAYS + 1), last };
}

export function createAdoption({
  store,
  authorize,
}: {
  store: AdoptionStore;
  authorize: Authorize;
}): Adoption {
  return {
    async view({ session, query, origin }) {
      if (!(await authorize(session.user, 'adoption.read', undefined)))
        throw new Problem('forbidden', { reason: 'adoption.read' });
      return adoptionOf(store, session.user.workspace ?? '', spanOf(query, dayOf(origin.now)), origin.now);
    },
  };
}
