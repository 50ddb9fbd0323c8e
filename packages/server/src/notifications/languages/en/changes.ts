import type { ChangeNotice } from '../../notice.ts';
import type { NoticeTexts } from '../mail-language.ts';

const CHANGE_PASSWORD = 'Change your password now and look at your security settings.';

export const changes: NoticeTexts<ChangeNotice> = {
  'mfa-enabled': () => ({
    subject: 'Two-step sign-in is on',
    happened: 'From now on, signing in to your account takes a second step.',
    next: 'Keep your recovery codes in a safe place: they let you in when your device is lost.',
    notYou: CHANGE_PASSWORD,
  }),
  'mfa-disabled': () => ({
    subject: 'Two-step sign-in was turned off',
    happened: 'Your account is now protected by its password alone, and your recovery codes no longer work.',
    notYou: CHANGE_PASSWORD,
  }),
  'totp-added': () => ({
    subject: 'An authenticator app was added',
    happened: 'An authenticator app was added to your account. Its codes are a second step at sign-in.',
    notYou: 'Remove it in your security settings and change your password now.',
  }),
  'totp-removed': () => ({
    subject: 'An authenticator app was removed',
    happened: 'An authenticator app was removed from your account. Its codes no longer work.',
    notYou: CHANGE_PASSWORD,
  }),
  'passkey-added': () => ({
    subject: 'A passkey was added',
    happened: 'A passkey was added to your account. Whoever holds it can sign in.',
    notYou: 'Revoke it in your security settings and change your password now.',
  }),
  'passkey-revoked': () => ({
    subject: 'A passkey was revoked',
    happened: 'A passkey was removed from your account. It no longer signs in.',
    notYou: CHANGE_PASSWORD,
  }),
  'recovery-code-used': ({ remaining = 0 }) => ({
    subject: 'A recovery code was used',
    happened: `Somebody signed in to your account with one of your recovery codes. ${remaining} of them remain.`,
    notYou: CHANGE_PASSWORD,
  }),
  'recovery-codes-regenerated': () => ({
    subject: 'New recovery codes were made',
    happened: 'New recovery codes were made for your account. The old ones no longer work.',
    notYou: CHANGE_PASSWORD,
  }),
  'mfa-reset-by-admin': () => ({
    subject: 'Your second step was reset',
    happened:
      'An administrator of your workspace removed all devices and recovery codes of your account. You were signed out everywhere.',
    next: 'Sign in with your password; you set up a new second step first of all. If you did not ask for this, tell your administrator now and change your password.',
  }),
};
