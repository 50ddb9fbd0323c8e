import type { WarningNotice } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

export const warnings: NoticeTexts<WarningNotice> = {
  'new-sign-in': () => ({
    subject: 'A sign-in from a new device or place',
    happened:
      'Somebody signed in to your account with a device, or from a network, that was not used with it before.',
    next: 'If it was you, there is nothing to do.',
    notYou:
      'End that session in your security settings, change your password now, and remove every device there that you do not know.',
  }),
  'passkey-counter-anomaly': () => ({
    subject: 'A passkey behaved unexpectedly',
    happened: 'A passkey of yours was used in a way that a copied security key would be.',
    next: 'If you own that key and nobody copied it, revoke it and add it again.',
    notYou: 'Revoke it now in your security settings and change your password.',
  }),
  'code-replayed': () => ({
    subject: 'A sign-in code was used twice',
    happened:
      'A code, or the answer of a passkey, that had been used already was sent again, and was refused. Pressing a button twice can be the reason.',
    notYou: 'Somebody may know your password: change it now.',
  }),
  'wrong-codes': () => ({
    subject: 'Several wrong sign-in codes',
    happened: 'Several wrong codes in a row were entered for your account, after the right password.',
    notYou: 'Somebody knows your password: change it now.',
  }),
  'too-many-attempts': () => ({
    subject: 'Too many wrong sign-in codes',
    happened:
      'Somebody who knows your password, or holds a link from our mail, entered too many wrong codes or passwords. They are refused for a while.',
    notYou: 'Change your password now.',
  }),
  'factor-locked': () => ({
    subject: 'An authenticator app was locked',
    happened: 'After many wrong codes in a row, an authenticator app of your account was locked for good.',
    next: 'Sign in with a recovery code or a passkey and set the app up again.',
    notYou: 'Somebody knows your password: change it now.',
  }),
  'recovery-codes-locked': () => ({
    subject: 'Your recovery codes were locked',
    happened:
      'After many wrong codes in a row, the recovery codes of your account were locked for good. None of them works any more.',
    next: 'Sign in with an authenticator app or a passkey and make new recovery codes.',
    notYou: 'Somebody knows your password: change it now.',
  }),
  'activity-reported': () => ({
    subject: 'You reported what was not you',
    happened: 'In the security activity of your account, something was marked as not done by you.',
    next: 'End all other sessions, change your password, and remove every device that you do not know. If it was not you who marked it, do so all the more: somebody is in your account.',
  }),
};
