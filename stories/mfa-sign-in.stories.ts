import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { CeremonyScript } from '../packages/elements/src/ceremonies/scripted-ceremonies.js';
import {
  enforced,
  inGrace,
  mustEnroll,
  noFactors,
  passkeyInGrace,
  pendingSignIn,
  signalsFor,
  signedIn,
  syncedPasskey,
  tenCodes,
} from '../packages/elements/src/client/scripted-answers.js';
import { never, refused, type Script } from '../packages/elements/src/client/scripted-client.js';
import type { SessionView } from '../packages/elements/src/client/views.js';
import '../packages/elements/src/define/mfa-sign-in.js';
import { click, enter } from './acting.js';
import { StoryClient } from './story-client.js';

const signIn = (script: Script = {}, ceremonies: CeremonyScript = {}): TemplateResult =>
  html`<mfa-sign-in .client=${new StoryClient(script, ceremonies)}></mfa-sign-in>`;

const meta: Meta = {
  title: 'Elements/mfa-sign-in',
  component: 'mfa-sign-in',
  render: () => signIn(),
};

export default meta;

const submit: StoryObj['play'] = async ({ canvasElement }) => {
  await enter(canvasElement, 'input[autocomplete^=username]', 'ada@example.com');
  await enter(canvasElement, 'input[autocomplete=current-password]', 'acme-demo-passphrase');
  await click(canvasElement, '[part~=button-primary]');
};

export const Credentials: StoryObj = { tags: ['state:prompting', 'method:password'] };

export const WithFooter: StoryObj = {
  tags: ['state:prompting'],
  render: () =>
    html`<mfa-sign-in
      .client=${new StoryClient()}
      heading="Welcome back"
      description="Sign in to Acme Notes."
    >
      <a slot="footer" href="#recover">Can’t sign in?</a>
    </mfa-sign-in>`,
};

export const PasswordShown: StoryObj = {
  tags: ['state:prompting', 'method:password'],
  play: async ({ canvasElement }) => {
    await enter(canvasElement, 'input[autocomplete=current-password]', 'acme-demo-passphrase');
    await click(canvasElement, '[part~=button-quiet]');
  },
};

export const Loading: StoryObj = { tags: ['state:loading'], render: () => signIn({ session: never() }) };

export const Missing: StoryObj = {
  tags: ['state:prompting', 'state:invalid'],
  play: ({ canvasElement }) => click(canvasElement, '[part~=button-primary]'),
};

export const Submitting: StoryObj = {
  tags: ['state:verifying'],
  render: () => signIn({ signIn: never() }),
  play: submit,
};

export const WrongPassword: StoryObj = {
  tags: ['state:prompting', 'state:invalid', 'code:invalid_credentials', 'method:password'],
  render: () => signIn({ signIn: refused('invalid_credentials', { status: 401 }) }),
  play: submit,
};

export const TooManyAttempts: StoryObj = {
  tags: ['state:error', 'state:prompting', 'code:too_many_attempts'],
  render: () => signIn({ signIn: refused('too_many_attempts', { status: 429, retryAfter: 180 }) }),
  play: submit,
};

export const Offline: StoryObj = {
  tags: ['state:error', 'state:prompting', 'code:offline'],
  render: () => signIn({ signIn: refused('offline') }),
  play: submit,
};

const usePasskey: StoryObj['play'] = ({ canvasElement }) => click(canvasElement, '.passkey');

export const PasskeyWaiting: StoryObj = {
  tags: ['state:verifying', 'method:passkey'],
  render: () => signIn({}, { get: 'never' }),
  play: usePasskey,
};

export const PasskeyCancelled: StoryObj = {
  tags: ['state:error', 'state:prompting', 'code:cancelled', 'method:passkey'],
  render: () => signIn({}, { get: 'cancelled' }),
  play: usePasskey,
};

export const PasskeyUnknown: StoryObj = {
  tags: ['state:error', 'state:prompting', 'code:passkey_rejected', 'method:passkey'],
  render: () =>
    signIn({ passkeySignIn: refused('passkey_rejected', { status: 401, unknownCredential: true }) }),
  play: usePasskey,
};

export const PasskeyFromAutofill: StoryObj = {
  tags: ['state:complete'],
  render: () => signIn({}, { autofill: 'done' }),
};

export const PasskeysNotPossible: StoryObj = {
  tags: ['state:prompting', 'code:not-supported'],
  render: () => signIn({}, { obstacle: 'not-supported' }),
};

export const PasskeyMadeByThePasswordManager: StoryObj = {
  tags: ['method:recovery-code'],
  render: () =>
    signIn(
      {
        signIn: signedIn,
        addPasskey: {
          passkey: syncedPasskey,
          recoveryCodes: tenCodes,
          session: signedIn,
          signals: signalsFor('credential-new'),
        },
      },
      { upgrade: 'done' },
    ),
  play: submit,
};

export const Challenge: StoryObj = {
  tags: ['method:totp', 'method:recovery-code'],
  render: () => signIn({ session: pendingSignIn }),
};

export const Enrolment: StoryObj = {
  tags: ['method:totp', 'method:recovery-code'],
  render: () => signIn({ session: mustEnroll }),
};

/** Only what is asked in days to come makes sense on a day of the real calendar. */
const inTwelveDays = (session: SessionView): SessionView => ({
  ...session,
  requirement: {
    level: 'grace',
    reasons: [],
    ...session.requirement,
    deadline: new Date(Date.now() + 12.5 * 86_400_000).toISOString(),
  },
});

export const AskedInGrace: StoryObj = {
  tags: ['method:totp'],
  render: () => signIn({ signIn: inTwelveDays(inGrace), factors: noFactors }),
  play: submit,
};

export const PutOff: StoryObj = {
  tags: ['state:complete'],
  render: () => signIn({ signIn: inTwelveDays(inGrace), factors: noFactors }),
  play: async (context) => {
    await submit(context);
    await click(context.canvasElement, 'mfa-enroll > [part~=button-quiet]');
  },
};

export const AskedForAPasskey: StoryObj = {
  render: () => signIn({ signIn: inTwelveDays(passkeyInGrace) }),
  play: submit,
};

export const AskedForAPasskeyThatIsNotPossible: StoryObj = {
  tags: ['code:not-supported'],
  render: () => signIn({ signIn: inTwelveDays(passkeyInGrace) }, { obstacle: 'not-supported' }),
  play: submit,
};

export const Enforced: StoryObj = {
  render: () => signIn({ signIn: enforced, factors: noFactors }),
  play: submit,
};

export const SignedIn: StoryObj = { tags: ['state:complete'], render: () => signIn({ session: signedIn }) };

export const German: StoryObj = {
  tags: ['state:prompting'],
  render: () => html`<div lang="de">${signIn()}</div>`,
};

export const RightToLeft: StoryObj = {
  tags: ['state:prompting'],
  render: () => html`<div dir="rtl">${signIn()}</div>`,
};

export const Unavailable: StoryObj = {
  tags: ['state:error', 'state:prompting', 'code:unavailable'],
  render: () => signIn({ signIn: refused('unavailable', { status: 503 }) }),
  play: submit,
};

export const Unexpected: StoryObj = {
  tags: ['state:error', 'state:prompting', 'code:unexpected'],
  render: () => signIn({ signIn: refused('unexpected') }),
  play: submit,
};

export const ChallengeExpired: StoryObj = {
  tags: ['code:challenge_expired'],
  render: () => signIn({ session: pendingSignIn, challenge: refused('challenge_expired', { status: 401 }) }),
};

const failing = (get: CeremonyScript['get'] & string): StoryObj => ({
  render: () => signIn({}, { get }),
  play: usePasskey,
});

export const PasskeyTimedOut: StoryObj = {
  ...failing('timed-out'),
  tags: ['state:error', 'state:prompting', 'code:timed-out'],
};

export const PasskeyOfAnotherAddress: StoryObj = {
  ...failing('wrong-origin'),
  tags: ['state:error', 'state:prompting', 'code:wrong-origin'],
};

export const PasskeyFailedSomehow: StoryObj = {
  ...failing('unknown'),
  tags: ['state:error', 'state:prompting', 'code:unknown'],
};

export const PasskeyOnAnInsecurePage: StoryObj = {
  tags: ['state:prompting', 'code:insecure'],
  render: () => signIn({}, { obstacle: 'insecure' }),
};

export const PasskeyInAFrame: StoryObj = {
  tags: ['state:prompting', 'code:framed'],
  render: () => signIn({}, { obstacle: 'framed' }),
};

export const Dark: StoryObj = { tags: ['state:prompting'], globals: { theme: 'dark' } };

export const At320Pixels: StoryObj = {
  tags: ['state:prompting'],
  render: () => html`<div style="inline-size: 288px">${signIn()}</div>`,
};
