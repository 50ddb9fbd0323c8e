import type { Adoption } from '../../client/views-administration.js';

/** Counts come already written in the language's own way, such as "1,204". */
export const adoptionFigures = {
  from: 'From',
  to: 'To',
  show: 'Show',
  working: 'One moment…',
  /** @param from such as "Feb 1, 2026" */
  shown: (from: string, to: string) => `Figures from ${from} to ${to} are shown.`,
  refused: {
    order: 'The last day is before the first. Change one of them.',
    days: 'These days can’t be shown. Choose others.',
  },
  notYours: 'Only those who administer this workspace see how far adoption has come.',
  empty: 'Nobody signed in during these days, and nobody is here to count.',

  figures: 'Where you stand',
  overall: 'Everybody',
  admins: 'Admins',
  newUsers: 'New in the last 30 days',
  withSecondStep: (enrolled: string, people: string) => `${enrolled} of ${people} people have a second step`,
  nobody: 'Nobody to count',
  recoveryCodeUse: 'Sign-ins by recovery code',
  ofSignIns: (count: string, all: string) => `${count} of ${all} sign-ins`,
  noSignIns: 'No sign-ins in these days',
  failureRate: 'Failed attempts',
  ofAttempts: (count: string, all: string) => `${count} of ${all} attempts`,
  noAttempts: 'No attempts in these days',
  /** Instead of a share that can't be told. */
  none: '–',

  byTier: 'By tier',
  tier: 'Tier',
  noTier: 'Without a tier',
  people: 'People',
  enrolled: 'With a second step',
  share: 'Share',

  methods: 'What people sign in with',
  method: 'Method',
  signIns: 'Sign-ins',
  methodNames: {
    passkey: 'Passkey',
    totp: 'Authenticator app',
    'recovery-code': 'Recovery code',
  } satisfies Record<Adoption['methods'][number]['method'], string> as Readonly<Record<string, string>>,

  chart: 'People with a second step over time',
  /** @param first such as "38%" @param from such as "Feb 1, 2026" */
  course: (first: string, from: string, last: string, to: string) =>
    `From ${first} on ${from} to ${last} on ${to}.`,
  /** @param share such as "38%" @param day such as "Feb 1, 2026" */
  onlyPoint: (share: string, day: string) => `${share} on ${day}, the only day that was counted.`,
  noCourse: 'Nobody counted in these days yet, so there is no line to draw.',
  numbers: 'The same in numbers',
  day: 'Day',
  week: 'Week',
  byRecoveryCode: 'By recovery code',
  attempts: 'Attempts',
  failed: 'Failed',
};

export type AdoptionFiguresStrings = typeof adoptionFigures;
