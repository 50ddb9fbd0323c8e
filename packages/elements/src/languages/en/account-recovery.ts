/** What `<account-recovery>` says, by the state that it is about. */
export const accountRecovery = {
  askHeading: 'Get back into your account',
  ask: 'Use this if your devices and your recovery codes are gone. It begins with an email, and there is a waiting time, so that nobody else gets in unnoticed.',
  login: 'Email address',
  missingLogin: 'Enter your email address.',
  send: 'Send email',
  sending: 'Sending…',

  requestedHeading: 'Look in your mailbox',
  /** @param login as it was typed */
  requested: (login: string) =>
    `If there is an account for ${login}, an email with a link is on its way. Follow the link within an hour.`,
  requestedHelp:
    'Nothing there after some minutes? Look among the spam, and check that this is the address you sign in with.',
  askAgain: 'Ask again',

  inviteHeading: 'Begin the account recovery?',
  invite: 'Nothing has changed so far. This is what happens when you begin:',
  steps: [
    'A waiting time begins. You get an email each day, and can cancel whenever you like.',
    'When it is over you get an email with a second link. It works for 24 hours.',
    'With that link and your password you are back in, and set up a new second step.',
  ] as readonly string[],
  inviteHelp:
    'If you find a device or a recovery code meanwhile, just sign in: that cancels the recovery. If you didn’t ask for this, don’t begin, and change your password.',
  begin: 'Begin',

  waitingHeading: 'Your account recovery is waiting',
  /** @param at a day and a time */
  waiting: (at: string) =>
    `You can finish it from ${at} on. You get an email with a link then; you need your password, too.`,
  /** @param span such as "2 days and 23 hours" */
  remaining: (span: string) => `${span} to go`,
  remainingNothing: 'Any moment now',
  waitingHelp:
    'You can close this page: we write to you each day, and the link of the first email leads back here. If you find a device or a recovery code, just sign in: that cancels the recovery.',
  cancel: 'Cancel the recovery',

  mailedHeading: 'The waiting time is over',
  /** @param at a day and a time */
  mailed: (at: string) =>
    `You have a new email with the link that finishes your account recovery. Follow it before ${at}.`,

  readyHeading: 'Finish your account recovery',
  ready: 'The waiting time is over. Your password is the last thing needed.',
  readyHelp:
    'Your old devices and recovery codes are removed then, and you are signed out everywhere. After that you set up a new second step.',
  password: 'Password',
  missingPassword: 'Enter your password.',
  wrongPassword: 'That password isn’t right. Please try again.',
  tooEarly: 'It is too early for that. Use the link in the email that tells you the waiting time is over.',
  finish: 'Finish',

  cancelHeading: 'Cancel the account recovery?',
  cancelling:
    'Somebody asked to get back into your account without its second step. If that wasn’t you, or you don’t need it any more, cancel it.',

  cancelledHeading: 'The account recovery is cancelled',
  cancelled: 'It can’t be finished any more. Your devices and recovery codes are as they were.',
  cancelledHelp:
    'If it wasn’t you who asked: change your password, and that of your mailbox. If we wrote to you that it was finished before, tell the people who run this service at once.',

  completedHeading: 'This account recovery is finished',
  completed: 'Sign in with your password and the second step that you set up.',
  completedHelp:
    'If it wasn’t you: change your password now, and tell the people who run this service at once.',

  expiredHeading: 'This link doesn’t work any more',
  expired: 'It was followed too late, or the account recovery is over. If you still need it, ask again.',

  doneHeading: 'You are back in your account',
  done: 'Next time, sign in with your password and what you have just set up.',
  working: 'One moment…',
};

export type AccountRecoveryStrings = typeof accountRecovery;
