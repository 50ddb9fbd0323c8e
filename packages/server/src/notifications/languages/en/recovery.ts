import type { NoticeFacts, RecoveryNotice } from '../../notice.ts';
import type { MailedLink, MailFormat, NoticeTexts } from '../mail-language.ts';

/** What the person does when it was not them; nobody has to sign in for it. */
const CANCEL: MailedLink = {
  purpose: 'cancel',
  label: 'Cancel it with this link. You do not have to sign in for that:',
  button: 'Cancel it',
};
const PASSWORDS = 'Somebody may read your mail or know your password: change both passwords as well.';

const readyAtOf = ({ at, readyAt = at }: NoticeFacts, { time }: MailFormat): string => time(readyAt);

export const recovery: NoticeTexts<RecoveryNotice> = {
  'recovery-requested': () => ({
    subject: 'Getting back into your account',
    happened:
      'Somebody asked to get back into your account without its second step, because every device and every recovery code is lost.',
    next: 'Nothing has changed so far. Once you open the request, a waiting time begins, in which you are told each day and can cancel. At its end you need a new link from a mail, and your password.',
    links: [
      {
        purpose: 'open',
        label: 'If it was you, open the request with this link. It works for one hour:',
        button: 'Open the request',
      },
      CANCEL,
    ],
  }),
  'recovery-opened': (facts, format) => ({
    subject: 'Your account recovery has begun',
    happened: `The request to get back into your account was opened. It waits until ${readyAtOf(facts, format)}.`,
    next: 'You are told each day until then. If you find a device or a recovery code, just sign in: that cancels the request.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-reminder': (facts, format) => ({
    subject: 'Your account recovery is waiting',
    happened: `A request to get back into your account without its second step is open. It can be finished from ${readyAtOf(facts, format)} on, with a link that is mailed to you then.`,
    next: 'If you found a device or a recovery code, just sign in: that cancels the request.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-ready': () => ({
    subject: 'Finish your account recovery',
    happened:
      'The waiting time is over. With the link below and your password you get back into your account.',
    next: 'Your devices and recovery codes are removed then, you are signed out everywhere, and you set up a new second step first of all.',
    links: [
      {
        purpose: 'finish',
        label: 'Finish it with this link. It works for 24 hours:',
        button: 'Finish the recovery',
      },
      CANCEL,
    ],
  }),
  'recovery-cancelled': () => ({
    subject: 'The account recovery was cancelled',
    happened: 'The request to get back into your account was cancelled. Nobody got into your account by it.',
    next: 'It is cancelled by the link in our mails, by signing in with a second step, by a change of password or of your mail address, and when we have to restore our service from a backup. If you still need it, ask again.',
  }),
  'recovery-expired': () => ({
    subject: 'The account recovery has expired',
    happened:
      'The request to get back into your account was not gone on with in time. Your devices and recovery codes are as they were.',
    next: 'If you still need it, ask again.',
    notYou: PASSWORDS,
  }),
  'recovery-completed': () => ({
    subject: 'Your account was recovered',
    happened:
      'Somebody got back into your account with a link from our mail and your password. All devices and recovery codes were removed, and everybody else was signed out.',
    next: 'A new second step has to be set up now.',
    notYou: 'Change your password now and tell us at once.',
  }),
  'recovery-case-started': (facts, format) => ({
    subject: 'Our support was asked to let you back in',
    happened: `Our support opened a case to get you back into your account without its second step. A second person has to approve it. It can be finished from ${readyAtOf(facts, format)} on.`,
    next: 'Nothing has changed so far.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-case-approved': (facts, format) => ({
    subject: 'Your case was approved',
    happened: `Our support approved the case to get you back into your account. It can be finished from ${readyAtOf(facts, format)} on, with a link that is mailed to you then.`,
    next: 'If you find a device or a recovery code, just sign in: that cancels the case.',
    notYou: PASSWORDS,
    links: [CANCEL],
  }),
  'recovery-case-rejected': () => ({
    subject: 'Your case was not approved',
    happened:
      'Our support did not approve the case to get you back into your account. Your devices and recovery codes are as they were.',
    next: 'If you still need help, ask our support.',
    notYou: PASSWORDS,
  }),
  'member-recovered': () => ({
    subject: 'Somebody in your workspace recovered their account',
    happened:
      'A member of your workspace got back into their account after losing every device and every recovery code. Their devices were removed and their sessions ended.',
    next: 'They set up a new second step now. The audit of your workspace says who it was. Ask them by another way than mail whether it was really them.',
  }),
};
