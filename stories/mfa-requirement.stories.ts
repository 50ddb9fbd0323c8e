import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import {
  authenticatorApp,
  enforced,
  inGrace,
  noFactors,
  passkeyInGrace,
  signedIn,
  withPasswordOnly,
} from '../packages/elements/src/client/scripted-answers.js';
import { refused, type Script } from '../packages/elements/src/client/scripted-client.js';
import type { Requirement, SessionView } from '../packages/elements/src/client/views.js';
import '../packages/elements/src/define/mfa-requirement.js';
import { enrolment } from '../packages/elements/src/mfa-requirement/on-demand.js';
import { click, CODE, enter } from './acting.js';
import { StoryClient } from './story-client.js';

const DAY = 86_400_000;

const changed = (session: SessionView, requirement: Partial<Requirement>): SessionView => ({
  ...session,
  requirement: { level: 'none', reasons: [], ...session.requirement, ...requirement },
});

/** So many days ahead of whenever the story is looked at, and an hour. */
const inDays = (session: SessionView, days: number): SessionView =>
  changed(session, { deadline: new Date(Date.now() + days * DAY + 3_600_000).toISOString() });

const banner = (session: SessionView, script: Script = {}): TemplateResult => {
  sessionStorage.removeItem('mfa-dismissed');
  const client = new StoryClient({ session, factors: noFactors, ...script });
  return html`<mfa-requirement .client=${client}></mfa-requirement>`;
};

const linked = (session: SessionView): TemplateResult => {
  sessionStorage.removeItem('mfa-dismissed');
  return html`<mfa-requirement
    .client=${new StoryClient({ session })}
    enrol-url="#security"
  ></mfa-requirement>`;
};

const met: SessionView = { ...signedIn, requirement: { level: 'none', reasons: ['role'] } };

const setUp: StoryObj['play'] = ({ canvasElement }) => click(canvasElement, '.lead');

const meta: Meta = {
  title: 'Elements/mfa-requirement',
  component: 'mfa-requirement',
  render: () => banner(inDays(inGrace, 12)),
};

export default meta;

export const Grace: StoryObj = { tags: ['state:prompting'] };

export const LastDay: StoryObj = { tags: ['state:prompting'], render: () => banner(inDays(inGrace, 0.5)) };

export const Exempted: StoryObj = {
  tags: ['state:prompting'],
  render: () => banner(changed(inGrace, { exemptUntil: new Date(Date.now() + 20 * DAY).toISOString() })),
};

export const Enforced: StoryObj = { tags: ['state:locked'], render: () => banner(inDays(enforced, -3)) };

export const PasskeyInGrace: StoryObj = {
  tags: ['state:prompting', 'method:passkey'],
  render: () => banner(inDays(passkeyInGrace, 12)),
};

export const PasskeyEnforced: StoryObj = {
  tags: ['state:locked', 'method:passkey'],
  render: () => banner(inDays(changed(passkeyInGrace, { level: 'enforced' }), -3)),
};

export const Recommended: StoryObj = { render: () => banner(withPasswordOnly) };

export const PutOff: StoryObj = {
  render: () => banner(withPasswordOnly),
  play: ({ canvasElement }) => click(canvasElement, '[part~=button-quiet]'),
};

export const AfterAnIncident: StoryObj = {
  render: () => banner({ ...withPasswordOnly, nudges: ['set-up-after-incident'] }),
};

export const FewRecoveryCodes: StoryObj = {
  render: () => linked({ ...signedIn, nudges: ['few-recovery-codes'], recoveryCodesRemaining: 2 }),
};

export const RecoveryCodesNotSaved: StoryObj = {
  render: () => linked({ ...signedIn, nudges: ['recovery-codes-not-saved'] }),
};

export const SecondPasskey: StoryObj = {
  tags: ['method:passkey'],
  render: () => linked({ ...signedIn, nudges: ['add-second-passkey'] }),
};

export const WithLink: StoryObj = { tags: ['state:prompting'], render: () => linked(inDays(inGrace, 12)) };

export const WithSlots: StoryObj = {
  tags: ['state:locked'],
  render: () =>
    html`<mfa-requirement .client=${new StoryClient({ session: inDays(enforced, -3) })}>
      <strong slot="title">Payments are locked</strong>
      <span slot="description">Acme asks its admins for two steps.</span>
      <a slot="footer" href="#help">Whom to ask</a>
    </mfa-requirement>`,
};

export const SettingUp: StoryObj = { tags: ['method:totp'], play: setUp };

export const SettingUpAPasskey: StoryObj = {
  render: () => banner(inDays(passkeyInGrace, 12)),
  play: setUp,
};

export const Done: StoryObj = {
  tags: ['state:complete'],
  render: () =>
    banner(inDays(enforced, -3), {
      session: [inDays(enforced, -3), met],
      confirmTotp: { factor: authenticatorApp, session: met },
    }),
  play: async ({ canvasElement }) => {
    await click(canvasElement, '.lead');
    await click(canvasElement, 'li:last-child [part~=method]');
    await enter(canvasElement, CODE, '123456');
  },
};

export const NothingAsked: StoryObj = { render: () => banner(signedIn) };

export const At320Pixels: StoryObj = {
  tags: ['state:locked'],
  render: () => html`<div style="inline-size: 288px">${banner(inDays(enforced, -3))}</div>`,
};

export const German: StoryObj = {
  tags: ['state:prompting'],
  render: () => html`<div lang="de">${banner(inDays(inGrace, 12))}</div>`,
};

export const RightToLeft: StoryObj = {
  tags: ['state:prompting'],
  render: () => html`<div dir="rtl">${banner(inDays(inGrace, 12))}</div>`,
};

/** The part of the kit in which one sets something up is fetched only now, and does not arrive. */
export const NotArrived: StoryObj = {
  tags: ['state:error', 'state:prompting'],
  beforeEach: () => {
    const load = enrolment.load.bind(enrolment);
    enrolment.load = () => Promise.reject(refused('offline'));
    return () => {
      enrolment.load = load;
    };
  },
  play: setUp,
};

export const Dark: StoryObj = { tags: ['state:prompting'], globals: { theme: 'dark' } };
