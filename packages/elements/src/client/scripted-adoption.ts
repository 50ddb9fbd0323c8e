import type { Adoption, AdoptionPoint, EnrolledShare } from './views-administration.js';

const DAY = 86_400_000;
const FIRST = Date.parse('2026-02-01T00:00:00Z');
const DAYS = 30;
const PEOPLE = 120;

const share = (part: number, whole: number): number | null => (whole ? part / whole : null);

const enrolledOf = (enrolled: number, people: number): EnrolledShare => ({
  people,
  enrolled,
  share: share(enrolled, people),
});

/** A month in which more and more people set it up, with a push in the middle, and nobody at work on Sundays. */
const series: readonly AdoptionPoint[] = Array.from({ length: DAYS }, (_, index) => {
  const day = new Date(FIRST + index * DAY);
  const date = day.toISOString().slice(0, 10);
  const enrolled = 46 + index + (index >= 12 ? 14 : 0);
  const signIns = day.getUTCDay() === 0 ? 0 : 40 + ((index * 7) % 23);
  return {
    from: date,
    to: date,
    ...enrolledOf(enrolled, PEOPLE),
    signIns,
    byRecoveryCode: signIns ? index % 3 : 0,
    attempts: signIns ? signIns + (index % 5) : 0,
    failed: signIns ? index % 5 : 0,
  };
});

const sum = (count: (point: AdoptionPoint) => number): number =>
  series.reduce((total, point) => total + count(point), 0);

const signIns = sum((point) => point.signIns);
const byRecoveryCode = sum((point) => point.byRecoveryCode);
const attempts = sum((point) => point.attempts);
const failed = sum((point) => point.failed);
const byPasskey = Math.round(signIns * 0.58);
const last = series.at(-1);

/** How far it has come in Ada's workspace. */
export const scriptedAdoption: Adoption = {
  from: '2026-02-01',
  to: '2026-03-02',
  step: 'day',
  overall: enrolledOf(last?.enrolled ?? 0, PEOPLE),
  admins: enrolledOf(6, 6),
  byTier: [
    { tier: 'enterprise', ...enrolledOf(61, 72) },
    { tier: 'free', ...enrolledOf(28, 45) },
    { tier: null, ...enrolledOf(0, 3) },
  ],
  newUsers30d: enrolledOf(9, 14),
  methods: [
    { method: 'passkey', signIns: byPasskey, share: share(byPasskey, signIns) },
    {
      method: 'totp',
      signIns: signIns - byPasskey - byRecoveryCode,
      share: share(signIns - byPasskey - byRecoveryCode, signIns),
    },
    { method: 'recovery-code', signIns: byRecoveryCode, share: share(byRecoveryCode, signIns) },
  ],
  recoveryCodeUse: { signIns, byRecoveryCode, share: share(byRecoveryCode, signIns) },
  failureRate: { attempts, failed, share: share(failed, attempts) },
  series,
};

const nobody = enrolledOf(0, 0);

/** That of a workspace in which nobody ever was. */
export const emptyAdoption: Adoption = {
  ...scriptedAdoption,
  overall: nobody,
  admins: nobody,
  byTier: [],
  newUsers30d: nobody,
  methods: scriptedAdoption.methods.map(({ method }) => ({ method, signIns: 0, share: null })),
  recoveryCodeUse: { signIns: 0, byRecoveryCode: 0, share: null },
  failureRate: { attempts: 0, failed: 0, share: null },
  series: series.map(({ from, to }) => ({
    from,
    to,
    people: null,
    enrolled: null,
    share: null,
    signIns: 0,
    byRecoveryCode: 0,
    attempts: 0,
    failed: 0,
  })),
};
