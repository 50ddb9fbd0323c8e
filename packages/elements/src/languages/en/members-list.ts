import type { MemberMethods, MemberStatus } from '../../client/views-administration.js';

export const membersList = {
  status: 'Show',
  everybody: 'Everybody',
  statuses: {
    none: 'Without a second step',
    totp: 'With an authenticator app only',
    passkey: 'With passkeys only',
    both: 'With passkeys and an app',
    grace: 'Who still have time to set it up',
    enforced: 'Whose deadline is over',
    exempt: 'Exempt for a while',
  } satisfies Record<MemberStatus, string>,
  mfa: {
    none: 'No second step yet',
    totp: 'Authenticator app',
    passkey: 'Passkey',
    both: 'Passkey and authenticator app',
  } satisfies Record<MemberMethods, string> as Readonly<Record<string, string>>,
  you: 'You',
  /** @param deadline such as "9 March 2026" @param wait such as "in 7 days" */
  hasUntil: (deadline: string, wait: string) => `Has until ${deadline} to set it up (${wait}).`,
  /** @param deadline such as "9 March 2026" */
  overdue: (deadline: string) => `Should have set it up by ${deadline}: what needs it is blocked.`,
  /** @param ago such as "2 days ago" */
  lastSignIn: (ago: string) => `Last sign-in: ${ago}`,
  neverSignedIn: 'No sign-in on record',
  empty: 'This workspace has no members.',
  nothingFound: 'Nobody, among all members.',
  nobodyYet: 'Nobody so far. Show more to look further.',
  found: (count: number, isAll: boolean) =>
    `${count === 1 ? '1 member' : `${isAll ? '' : 'The first '}${String(count)} members`} shown.`,
  showMore: 'Show more',
  moreShown: (count: number, isAll: boolean) =>
    `${count === 1 ? '1 more member' : `${String(count)} more members`} shown.${isAll ? ' That is everybody.' : ''}`,
  notYours: 'Only those who administer this workspace see its members.',
  working: 'One moment…',
  reason: 'Reason',
  reasonHint: 'It is kept on record with your name. No codes, no passwords, no health matters.',
  missingReason: 'Say why. It is kept on record.',

  reset: 'Reset',
  /** @param name of the member */
  resetHeading: (name: string) => `Reset the second step of ${name}?`,
  resetWhat: [
    'Their passkeys, authenticator apps and recovery codes are removed.',
    'They are signed out everywhere, and their remembered devices are forgotten.',
    'At the next sign-in they use their password, and set up a new second step before anything else.',
    'They are told by email.',
  ],
  resetCheck:
    'First make sure that it is really them who asks: in person, or by calling a number that you know.',
  resetConfirm: 'Reset now',
  wasReset: (name: string) => `The second step of ${name} was reset.`,
  resetMark: 'Reset just now',
  oneself: 'For yourself, ask another admin.',

  exempt: 'Exempt for a while',
  exemptHeading: (name: string) => `Exempt ${name} for a while?`,
  exemptWhat:
    'Until the end of that day nothing is blocked for them because they have no second step. Their deadline stays; after that day it holds again.',
  until: 'Last day',
  missingUntil: 'Choose the last day: after today, and at most 90 days ahead.',
  exemptConfirm: 'Exempt',
  wasExempted: (name: string, day: string) => `${name} is exempt until ${day}.`,
  /** @param day such as "9 March 2026" */
  exemptMark: (day: string) => `Exempt until ${day}`,
};

export type MembersListStrings = typeof membersList;
