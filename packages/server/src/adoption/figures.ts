import type { AdoptionView, EnrolledShare } from './adoption-view.ts';
import { PROVING_METHODS, type DayAmount, type PeopleGroup } from './adoption.store.ts';

/** `null` where the whole is nothing: none of no people is neither all of them nor none. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** How many of these people have a factor. */
export function enrolledOf(groups: readonly PeopleGroup[]): EnrolledShare {
  const sumOf = (some: readonly PeopleGroup[]): number => some.reduce((sum, { people }) => sum + people, 0);
  const people = sumOf(groups);
  const enrolled = sumOf(groups.filter((group) => group.enrolled));
  return { people, enrolled, share: shareOf(enrolled, people) };
}

/** People who signed in, told apart by what they are. */
export function peopleFigures(
  groups: readonly PeopleGroup[],
): Pick<AdoptionView, 'overall' | 'admins' | 'byTier' | 'newUsers30d'> {
  const present = groups.filter(({ signedIn }) => signedIn);
  const tiers = [...new Set(present.map(({ tier }) => tier))].sort(namedFirst);
  return {
    overall: enrolledOf(present),
    admins: enrolledOf(present.filter(({ admin }) => admin)),
    byTier: tiers.map((tier) => ({
      tier: tier ?? null,
      ...enrolledOf(present.filter((group) => group.tier === tier)),
    })),
    newUsers30d: enrolledOf(groups.filter(({ isNew }) => isNew)),
  };
}

const namedFirst = (one: string | undefined, other: string | undefined): number =>
  one === undefined ? 1 : other === undefined ? -1 : one < other ? -1 : 1;

const isProving = (method: string): boolean => PROVING_METHODS.some((proving) => proving === method);

/** What happened in some days. */
export interface Flow {
  readonly signIns: number;
  readonly byRecoveryCode: number;
  readonly attempts: number;
  readonly failed: number;
}

export function flowOf(amounts: readonly DayAmount[]): Flow {
  const sumOf = (...which: ((amount: DayAmount) => boolean)[]): number =>
    amounts.filter((amount) => which.every((is) => is(amount))).reduce((sum, { amount }) => sum + amount, 0);
  const isSignIn = ({ measure }: DayAmount): boolean => measure === 'sign-in';
  const failed = sumOf(({ measure }) => measure === 'failure');
  const right =
    sumOf(({ measure }) => measure === 'proof') + sumOf(isSignIn, ({ method }) => isProving(method));
  return {
    signIns: sumOf(isSignIn),
    byRecoveryCode: sumOf(isSignIn, ({ method }) => method === 'recovery-code'),
    attempts: right + failed,
    failed,
  };
}

/** The mix of the methods that sign-ins were completed by. */
export function methodsOf(amounts: readonly DayAmount[]): AdoptionView['methods'] {
  const counts = PROVING_METHODS.map((method) =>
    amounts
      .filter((amount) => amount.measure === 'sign-in' && amount.method === method)
      .reduce((sum, { amount }) => sum + amount, 0),
  );
  const all = counts.reduce((sum, count) => sum + count, 0);
  return PROVING_METHODS.map((method, index) => {
    const signIns = counts[index] ?? 0;
    return { method, signIns, share: shareOf(signIns, all) };
  });
}
