export const rememberedDevices = {
  heading: 'Remembered devices',
  description:
    'On a remembered device your password is enough to sign in, for 30 days at most; dangerous actions still ask for more.',
  current: 'This device',
  /** A browser that nobody could tell the name of. */
  unknown: 'Unknown browser',
  /** Stands before a relative time, such as "3 hours ago". */
  lastUsed: 'Last used',
  neverUsed: 'Not used yet',
  /** Stands before a date, here and below. */
  since: 'Remembered since',
  until: 'until',
  empty: 'No device is remembered.',
  revoke: () => 'Forget',
  /** @param name such as "Firefox on Windows", here and below. @param current whether it is this browser */
  ask: (name: string, current: boolean) =>
    current
      ? 'Forget this browser? Your next sign-in here asks for the second step.'
      : `Forget ${name}? The next sign-in there asks for the second step.`,
  revoked: (name: string) => `${name} was forgotten.`,
  revokeAll: 'Forget all',
  askAll: 'Forget all remembered devices? The next sign-in on each of them asks for the second step.',
  revokedAll: 'All remembered devices were forgotten.',
  working: 'One moment…',
};

export type RememberedDevicesStrings = typeof rememberedDevices;
