import type { Method } from '../../client/views.js';

export const activeSessions = {
  heading: 'Where you’re signed in',
  description: 'Don’t recognise one of these? End it, then change your password.',
  current: 'This device',
  /** A browser that nobody could tell the name of. */
  unknown: 'Unknown browser',
  /** Stands before a relative time, such as "3 hours ago". */
  lastSeen: 'Last seen',
  /** Stands before a date. */
  since: 'Signed in since',
  /** @param methods such as "a password and a passkey" */
  proven: (methods: string) => `Confirmed with ${methods}`,
  method: {
    password: 'a password',
    passkey: 'a passkey',
    totp: 'an authenticator app',
    'recovery-code': 'a recovery code',
    'remembered-device': 'a remembered device',
    'account-recovery': 'account recovery',
  } satisfies Record<Method, string> as Readonly<Record<string, string>>,
  empty: 'You aren’t signed in anywhere else.',
  /** @param current whether it is this session, here and below */
  revoke: (current: boolean): string => (current ? 'Sign out' : 'End'),
  /** @param name such as "Firefox on Windows", here and below */
  ask: (name: string, current: boolean) =>
    current ? 'Sign out in this browser?' : `End the session in ${name}? It is signed out at once.`,
  revoked: (name: string) => `The session in ${name} was ended.`,
  revokeAll: 'End all others',
  askAll:
    'End all other sessions? You stay signed in here. All remembered devices are forgotten as well, this one too: your next sign-in asks for the second step again.',
  revokedAll: 'All other sessions were ended, and all remembered devices forgotten.',
  working: 'One moment…',
};

export type ActiveSessionsStrings = typeof activeSessions;
