import type { ActivityAdvice, ActivityOutcome, Method, Suspicion } from '../../client/views.js';

export const activityFeed = {
  empty: 'Nothing has happened yet.',
  nothingFound: 'Nothing found.',
  /** Marks what happened in this session. */
  current: 'This session',
  /** A browser that nobody could tell the name of. */
  unknownDevice: 'Unknown browser',
  /** Marks what stands out; the reasons follow. */
  unusual: 'Unusual',
  /** Marks what only stands out because it was reported. */
  reportedBefore: 'Reported',
  suspicion: {
    'new-device': 'From a browser that hadn’t been used with this account before.',
    'new-network': 'From a network that hadn’t been used with this account before.',
    'counter-anomaly': 'The passkey counted wrong, as a copied one does.',
    replay: 'Something was used again that works only once.',
    'many-failures': 'After many failures in a short time.',
    reported: 'You reported that this wasn’t you.',
  } satisfies Record<Suspicion, string> as Readonly<Record<string, string>>,
  method: {
    password: 'Password',
    passkey: 'Passkey',
    totp: 'Authenticator app',
    'recovery-code': 'Recovery code',
    'remembered-device': 'Remembered device',
    'account-recovery': 'Account recovery',
  } satisfies Record<Method, string> as Readonly<Record<string, string>>,
  /** @param name of a factor, such as "Phone" */
  withFactor: (method: string, name: string) => `${method} “${name}”`,
  showOlder: 'Show older',
  /** @param count how many events, here and below */
  olderShown: (count: number, isAll: boolean) =>
    `${count === 1 ? '1 older event' : `${String(count)} older events`} shown.${isAll ? ' That is all.' : ''}`,
  found: (count: number, isAll: boolean) =>
    isAll
      ? `${count === 1 ? '1 event' : `${String(count)} events`} found.`
      : `The latest ${String(count)} events are shown.`,

  filter: 'Filter',
  filterOn: 'Filter (on)',
  apply: 'Apply',
  clear: 'Clear filters',
  type: 'What happened',
  anything: 'Anything',
  outcome: 'How it ended',
  anyOutcome: 'In any way',
  outcomes: {
    success: 'Succeeded',
    failure: 'Failed',
    blocked: 'Blocked',
  } satisfies Record<ActivityOutcome, string>,
  ip: 'IP address',
  from: 'From',
  to: 'To',
  refused: {
    ip: 'That is no IP address. Copy one from the list, such as 192.0.2.14.',
    dates: 'The last day is before the first. Change one of them.',
  },
  group: {
    signIns: 'Sign-ins',
    factors: 'Factors',
    recovery: 'Ways back in',
    sessions: 'Sessions and devices',
    warnings: 'Warnings',
    other: 'Other',
  },
  types: {
    'auth.sign_in': 'Sign-ins',
    'auth.2fa': 'Second factors',
    'auth.step_up': 'Fresh proofs',
    'auth.passkey': 'Passkeys',
    'auth.totp': 'Authenticator apps',
    'auth.password': 'Password',
    'auth.recovery_codes': 'New recovery codes',
    'auth.recovery_code': 'Recovery codes used',
    'auth.recovery': 'Account recovery',
    'auth.session': 'Sessions ended',
    'auth.device': 'Remembered devices',
    'auth.2fa.brute_force_blocked': 'Too many tries',
    'auth.2fa.replay_attempt': 'Codes used twice',
    'auth.2fa.factor_locked': 'Locked apps and recovery codes',
    'auth.passkey.counter_anomaly': 'Passkeys that may be copied',
    'auth.activity': 'What you reported',
    'auth.enforcement': 'What your organisation requires',
  },

  download: 'Download what is found:',
  /** @param format such as "CSV" */
  downloadAs: (format: string) => `Download as ${format}`,

  notMe: 'This wasn’t me',
  ask: 'Was this somebody else? Then report it. Nothing is ended or changed by that yet: what to do comes next.',
  report: 'Report it',
  working: 'One moment…',
  reported: 'It is reported.',
  whatNow: 'It is reported. Do this now:',
  advice: {
    'end-sessions': 'Whoever it was may still be signed in. End all other sessions.',
    'change-password': 'Change your password.',
    'new-recovery-codes': 'Make new recovery codes; the old ones stop working.',
    'review-factors': 'Remove every passkey and authenticator app that you don’t know.',
  } satisfies Record<ActivityAdvice, string> as Readonly<Record<string, string>>,
  goTo: {
    'end-sessions': 'Go to your sessions',
    'new-recovery-codes': 'Go to your recovery codes',
    'review-factors': 'Go to your passkeys and apps',
  },
  done: 'Done',
};

export type ActivityFeedStrings = typeof activityFeed;
