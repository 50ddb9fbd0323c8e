import type { Notice, NoticeName } from './notice.ts';
import { RECOVERY_TEXTS } from './recovery-texts.ts';

/** A link that a mail carries, with what it is for. */
export interface MailedLink {
  readonly purpose: 'open' | 'finish' | 'cancel';
  readonly label: string;
}

/** The words of one mail: what happened, and what to do if it was not the person. */
export interface NoticeText {
  readonly subject: string;
  readonly happened: string;
  readonly advice: string;
  /** Only where there is no other way: a habit of clicking in security mails is what phishers live on (rule B6). */
  readonly links?: readonly MailedLink[];
}

const CHANGE_PASSWORD = 'If this was not you, change your password now and look at your security settings.';

/** The words of each mail in English. Names that people give their devices are left out: mail programs turn some of them into links (rule B6). */
export const ENGLISH: Readonly<Record<NoticeName, (facts: Notice['facts']) => NoticeText>> = {
  ...RECOVERY_TEXTS,
  'mfa-enabled': () => ({
    subject: 'Two-step sign-in is on',
    happened: 'From now on, signing in to your account takes a second step.',
    advice: `Keep your recovery codes in a safe place: they let you in when your phone is lost. ${CHANGE_PASSWORD}`,
  }),
  'mfa-disabled': () => ({
    subject: 'Two-step sign-in was turned off',
    happened: 'Your account is now protected by its password alone, and your recovery codes no longer work.',
    advice: CHANGE_PASSWORD,
  }),
  'totp-added': () => ({
    subject: 'An authenticator app was added',
    happened: 'An authenticator app was added to your account.',
    advice: `If this was not you, remove it in your security settings and change your password now.`,
  }),
  'totp-removed': () => ({
    subject: 'An authenticator app was removed',
    happened: 'An authenticator app was removed from your account. Its codes no longer work.',
    advice: CHANGE_PASSWORD,
  }),
  'passkey-added': () => ({
    subject: 'A passkey was added',
    happened: 'A passkey was added to your account. Whoever holds it can sign in.',
    advice: 'If this was not you, revoke it in your security settings and change your password now.',
  }),
  'passkey-revoked': () => ({
    subject: 'A passkey was revoked',
    happened: 'A passkey was removed from your account. It no longer signs in.',
    advice: CHANGE_PASSWORD,
  }),
  'passkey-counter-anomaly': () => ({
    subject: 'A passkey behaved unexpectedly',
    happened: 'A passkey of yours was used in a way that a copied security key would be.',
    advice:
      'If you own that key and nobody copied it, revoke it and add it again. If this was not you, revoke it now and change your password.',
  }),
  'recovery-code-used': ({ remaining = 0 }) => ({
    subject: 'A recovery code was used',
    happened: `Somebody signed in to your account with one of your recovery codes. ${remaining} of them remain.`,
    advice: CHANGE_PASSWORD,
  }),
  'recovery-codes-regenerated': () => ({
    subject: 'New recovery codes were made',
    happened: 'New recovery codes were made for your account. The old ones no longer work.',
    advice: CHANGE_PASSWORD,
  }),
  'code-replayed': () => ({
    subject: 'A sign-in code was used twice',
    happened:
      'A code, or the answer of a passkey, that had been used already was sent again, and was refused. Pressing a button twice can be the reason.',
    advice: 'If you were not signing in, somebody may know your password: change it now.',
  }),
  'wrong-codes': () => ({
    subject: 'Several wrong sign-in codes',
    happened: 'Several wrong codes in a row were entered for your account, after the right password.',
    advice: 'If this was not you, somebody knows your password: change it now.',
  }),
  'too-many-attempts': () => ({
    subject: 'Too many wrong sign-in codes',
    happened:
      'Somebody who knows your password, or holds a link from our mail, entered too many wrong codes or passwords. They are refused for a while.',
    advice: 'If this was not you, change your password now.',
  }),
  'factor-locked': () => ({
    subject: 'An authenticator app was locked',
    happened: 'After many wrong codes in a row, an authenticator app of your account was locked for good.',
    advice:
      'Sign in with a recovery code and set the app up again. If this was not you, change your password now.',
  }),
  'mfa-reset-by-admin': () => ({
    subject: 'Your second step was reset',
    happened:
      'An administrator of your workspace removed all devices and recovery codes of your account. You were signed out everywhere.',
    advice:
      'Sign in with your password; you set up a new second step first of all. If you did not ask for this, tell your administrator now and change your password.',
  }),
  'activity-reported': () => ({
    subject: 'You reported what was not you',
    happened: 'In the security activity of your account, something was marked as not done by you.',
    advice:
      'End all other sessions, change your password, and remove every device that you do not know. If it was not you who marked it, do so all the more: somebody is in your account.',
  }),
};
