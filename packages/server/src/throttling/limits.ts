const MINUTE = 60_000;

/** So many attempts within a window; then closed. */
export interface Limit {
  /** What attempts are filed under. */
  readonly name: string;
  readonly attempts: number;
  /** Milliseconds. */
  readonly window: number;
}

/** Attempts on one pending sign-in; then it is gone (rule L1). */
export const ATTEMPTS_PER_PENDING_SIGN_IN = 5;

/** Failures in a row on one authenticator; then it must be set up again (rule L2). */
export const FAILURES_PER_FACTOR = 30;

/** Failures in a row on one person's recovery codes, however slowly; then they have to make new ones (rule L2; NIST allows as many). */
export const FAILURES_PER_RECOVERY_CODES = 100;

/** So many wrong codes in a row on one account, at a sign-in or a confirmation, are worth a mail to its owner; each further so many too. */
export const FAILURES_WORTH_A_MAIL = 5;

/** Failed attempts on one account, over all methods, sessions, routes and processes (rule L1). */
export const ACCOUNT_LIMIT: Limit = { name: 'account', attempts: 10, window: 15 * MINUTE };

/**
 * Sets of recovery codes made for one account. A set costs ten slow hashes, and the queue for those is everybody's (rule L5).
 */
export const RECOVERY_CODE_SETS_LIMIT: Limit = {
  name: 'recovery-code-sets',
  attempts: 5,
  window: 15 * MINUTE,
};

/** Failed sign-ins from one address (rule L4). */
export const ADDRESS_LIMIT: Limit = { name: 'address', attempts: 20, window: 5 * MINUTE };

/** Times that somebody at one address asks for an account recovery: against floods of mail, so the answer is the same when it is closed. */
export const RECOVERY_ASKS_LIMIT: Limit = { name: 'recovery-asks', attempts: 120, window: 60 * MINUTE };

/** Recovery mails that one account is sent because somebody asked (rule L4); closed or not, the answer is the same. */
export const RECOVERY_MAILS_LIMIT: Limit = { name: 'recovery-mails', attempts: 3, window: 60 * MINUTE };

/** Passwords tried on one recovery, for as long as its last link is good. The account's own limit closes long before. */
export const RECOVERY_PASSWORDS_LIMIT: Limit = {
  name: 'recovery-passwords',
  attempts: 30,
  window: 24 * 60 * MINUTE,
};
/** Challenges for a sign-in by passkey alone, which anybody may ask for, made for one address (rule L4). */
export const PASSKEY_OPTIONS_LIMIT: Limit = { name: 'passkey-options', attempts: 300, window: 5 * MINUTE };

/**
 * Challenges for a passkey that one session, or one sign-in, has at once for one purpose: the newest. A person with several tabs has a few
 * open; a script that asks again and again only replaces its own.
 */
export const CHALLENGES_AT_ONCE = 5;

/** Sign-ins that one person has begun and not finished: the newest. Whoever knows the password begins as many as they like. */
export const PENDING_SIGN_INS = 20;

/** Sessions that one person has at once. One more ends the one that was longest unused. */
export const SESSIONS_AT_ONCE = 100;

/** Browsers that one person is remembered in. One more takes the place of the one that was longest unused. */
export const REMEMBERED_DEVICES = 20;

/** An attempt that is still unjudged after so long will not be judged any more: its process ended. It counts as failed. */
export const LONGEST_JUDGEMENT = MINUTE;

/** When to come again where all that is missing is the verdict on others that are under way. */
export const MOMENT = 1_000;

const LONGEST_WAIT = 60 * MINUTE;
const FORGOTTEN_AFTER = 24 * 60 * MINUTE;

/**
 * How an account that just used up its attempts is closed: 15 minutes at first, twice as long each time, an hour at most; a day after
 * the last closing it begins anew (rule L1).
 *
 * @param before The last closing, if there was one: when it ended, and the how-manieth it was.
 */
export function nextClosing(
  now: number,
  before: { closedUntil: number; closures: number },
): { closedUntil: number; closures: number } {
  const closures = now - before.closedUntil > FORGOTTEN_AFTER ? 1 : before.closures + 1;
  const wait = Math.min(ACCOUNT_LIMIT.window * 2 ** (closures - 1), LONGEST_WAIT);
  return { closedUntil: now + wait, closures };
}
