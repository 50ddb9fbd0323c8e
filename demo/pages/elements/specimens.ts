import type { Method, MfaClient } from '@mfa-kit/elements/client';
import { ScriptedMfaClient } from '@mfa-kit/elements/scripted-client';
import { passkeyHolder } from './passkey-holder.ts';

/** One element as it is shown by itself. */
export interface Specimen {
  readonly tag: string;
  readonly about: string;
  /** Makes it, with whatever it needs around it, ready to be played with. */
  make(): HTMLElement[];
}

function withClient(tag: string, client: MfaClient = new ScriptedMfaClient()): HTMLElement {
  return Object.assign(document.createElement(tag), { client });
}

/** A dialog needs something that asks for it. */
function stepUpWithButton(): HTMLElement[] {
  const client = new ScriptedMfaClient();
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'button',
    textContent: 'Do something dangerous',
  });
  button.addEventListener('click', () => {
    void client.stepUp({ methods: ['totp'], maxAge: 300, action: 'demo' });
  });
  return [button, withClient('mfa-step-up', client)];
}

/** Somebody who may prove with a passkey, or with something else. */
function challengedClient(): MfaClient {
  const methods: Method[] = ['passkey', 'totp', 'recovery-code'];
  return new ScriptedMfaClient({
    challenge: { purpose: 'sign-in', methods, preferred: 'passkey', rememberDevice: false },
  });
}

/** Without a session view of its own, whatever looks at the session again would find that nobody is signed in. */
function signedInClient(): MfaClient {
  return new ScriptedMfaClient({ session: { state: 'signed-in', aal: 2 } });
}

/** Somebody who has ten days left. */
function clientInGrace(): MfaClient {
  const deadline = new Date(Date.now() + 10.5 * 86_400_000).toISOString();
  return new ScriptedMfaClient({
    session: {
      state: 'signed-in',
      aal: 1,
      requirement: { level: 'grace', reasons: ['role'], deadline, methods: ['passkey', 'totp'] },
    },
    factors: {
      totp: [],
      passkeys: [],
      recoveryCodes: { remaining: 0, total: 0, createdAt: null, confirmed: false },
      pending: [],
    },
  });
}

/** In the order in which a person meets them. */
export const SPECIMENS: readonly Specimen[] = [
  {
    tag: 'mfa-sign-in',
    about:
      'A passkey, or login and password and then the challenge; then setting up a factor where that is required.',
    make: () => [withClient('mfa-sign-in')],
  },
  {
    tag: 'passkey-sign-in',
    about: 'One click and nothing to type: for pages that have a sign-in form of their own.',
    make: () => [withClient('passkey-sign-in')],
  },
  {
    tag: 'mfa-challenge',
    about: 'The second half of signing in, and fresh proof inside a session.',
    make: () => [withClient('mfa-challenge', challengedClient())],
  },
  {
    tag: 'mfa-code-input',
    about: 'The code field by itself: one real input, drawn as six boxes.',
    make: () => [document.createElement('mfa-code-input')],
  },
  {
    tag: 'mfa-step-up',
    about: 'A dialog around the challenge, opened by whatever needs fresh proof.',
    make: stepUpWithButton,
  },
  {
    tag: 'mfa-enroll',
    about:
      'Setting up a passkey or an authenticator app, and the recovery codes that come with the first one.',
    make: () => [withClient('mfa-enroll')],
  },
  {
    tag: 'recovery-codes',
    about: 'How many are left, and a new set when they run low.',
    make: () => [withClient('recovery-codes')],
  },
  {
    tag: 'passkey-list',
    about:
      'Passkeys: add, rename, remove; which one is in use, and what becomes of it when a device is lost.',
    make: () => [withClient('passkey-list', passkeyHolder())],
  },
  {
    tag: 'totp-list',
    about: 'Authenticator apps: add, rename, remove.',
    make: () => [withClient('totp-list')],
  },
  {
    tag: 'remembered-devices',
    about: 'The browsers in which the challenge is skipped: forget one, or all.',
    make: () => [withClient('remembered-devices')],
  },
  {
    tag: 'active-sessions',
    about: 'Where somebody is signed in: end one session, or all others.',
    make: () => [withClient('active-sessions', signedInClient())],
  },
  {
    tag: 'account-recovery',
    about: 'The way back when every factor and every recovery code is gone: by email, with a waiting time.',
    make: () => [withClient('account-recovery')],
  },
  {
    tag: 'security-activity',
    about: 'What happened to an account: filters, what stands out, and what to do about what wasn’t you.',
    make: () => [withClient('security-activity', signedInClient())],
  },
  {
    tag: 'mfa-requirement',
    about: 'A banner that says what is asked of somebody, why and until when, and leads there.',
    make: () => [withClient('mfa-requirement', clientInGrace())],
  },
  {
    tag: 'mfa-policy',
    about: 'What a workspace asks of its people, with what follows from each change.',
    make: () => [withClient('mfa-policy', signedInClient())],
  },
  {
    tag: 'mfa-members',
    about: 'Who has set up what, and help for those who need it: a reset, or more time.',
    make: () => [withClient('mfa-members', signedInClient())],
  },
  {
    tag: 'mfa-adoption',
    about: 'How many people have a second step, as figures, as a chart, and in numbers.',
    make: () => [withClient('mfa-adoption', signedInClient())],
  },
  {
    tag: 'recovery-cases',
    about: 'For support: people who have lost every way in. One starts a case, another decides.',
    make: () => [withClient('recovery-cases', signedInClient())],
  },
  {
    tag: 'mfa-settings',
    about: 'A whole security page, composed of the lists above.',
    make: () => [withClient('mfa-settings', signedInClient())],
  },
];
