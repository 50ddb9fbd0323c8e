/** What is measured. */
export const SCENARIOS = [
  'totp',
  'failed-totp',
  'recovery-code',
  'passkey',
  'session',
  'factors',
  'activity',
] as const;
export type Scenario = (typeof SCENARIOS)[number];

export const TITLES: Readonly<Record<Scenario, string>> = {
  totp: 'TOTP challenge',
  'failed-totp': 'Failed TOTP',
  'recovery-code': 'Recovery code',
  passkey: 'Passkey sign-in',
  session: 'Session check',
  factors: 'Factor list',
  activity: 'Activity page',
};

/** What only reads may be asked by the same person again and again. */
export const READING: ReadonlySet<Scenario> = new Set(['session', 'factors', 'activity']);

export const STATUS: Readonly<Record<Scenario, number>> = {
  totp: 200,
  'failed-totp': 401,
  'recovery-code': 200,
  passkey: 200,
  session: 200,
  factors: 200,
  activity: 200,
};
