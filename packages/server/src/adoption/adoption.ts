import { setImmediate as otherWork } from 'node:timers/promises';
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

/** So many points that are not counted yet are looked up for one answer. Today never is, and yesterday not for a while. */
const MOST_LOOKED_UP = 2;

/** An answer is as new as that; what it takes a look at every account for is not looked at for each click. */
const ANSWER_KEPT = 60_000;
const MOST_ANSWERS = 100;

const NOT_COUNTED_YET: EnrolledShare = { people: 0, enrolled: 0, share: null };

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
 * @param mostLookedUp So many points of people, the latest, are looked up where they are not counted yet; the others tell of nobody.
 */
export async function adoptionOf(
  store: AdoptionStore,
  workspace: string | undefined,
  span: DaySpan,
  now: number,
  mostLookedUp = Infinity,
): Promise<AdoptionView> {
  const endOf = (day: number): number => Math.min((day + 1) * DAY, now + 1);
  const peopleOf = (first: number, last: number, newSince = endOf(last) - LATELY * DAY) =>
    store.countPeople({ from: first * DAY, until: endOf(last), newSince }, workspace);

  const groups = await peopleOf(span.first, span.last);
  const { amounts, countedUntil } = await store.listDays(workspace, {
    from: span.first,
    until: span.last + 1,
  });

  async function peopleAt(day: number, isLookedUp: boolean): Promise<EnrolledShare> {
    if (day >= countedUntil) {
      if (!isLookedUp) return NOT_COUNTED_YET;
      // Each is a look at every account, in which SQLite lets nobody else do anything.
      await otherWork();
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
  const points = pointsOf(span);
  for (const [index, { first, last }] of points.entries()) {
    const within = amounts.filter(({ day }) => day >= first && day <= last);
    const people = await peopleAt(last, index >= points.length - mostLookedUp);
    series.push({ from: dateOf(first), to: dateOf(last), ...people, ...flowOf(within) });
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
  const answers = new Map<string, { readonly at: number; readonly view: Promise<AdoptionView> }>();
  let latest: Promise<unknown> = Promise.resolve();

  /** One after the other, whoever asks, and none twice within a minute. */
  function answer(workspace: string, span: DaySpan, now: number): Promise<AdoptionView> {
    const key = JSON.stringify([workspace, span.first, span.last]);
    const known = answers.get(key);
    if (known && now >= known.at && now < known.at + ANSWER_KEPT) return known.view;
    const look = (): Promise<AdoptionView> => adoptionOf(store, workspace, span, now, MOST_LOOKED_UP);
    const view = latest.then(look);
    latest = view.catch(() => answers.delete(key));
    answers.delete(key);
    answers.set(key, { at: now, view });
    for (const oldest of answers.keys()) {
      if (answers.size <= MOST_ANSWERS) break;
      answers.delete(oldest);
    }
    return view;
  }

  return {
    async view({ session, query, origin }) {
      if (!(await authorize(session.user, 'adoption.read', undefined)))
        throw new Problem('forbidden', { reason: 'adoption.read' });
      return answer(session.user.workspace ?? '', spanOf(query, dayOf(origin.now)), origin.now);
    },
  };
}
