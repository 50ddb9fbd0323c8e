import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { signedIn } from '../packages/elements/src/client/scripted-answers.js';
import { emptyAdoption, scriptedAdoption } from '../packages/elements/src/client/scripted-adoption.js';
import { never, refused, type Script } from '../packages/elements/src/client/scripted-client.js';
import type { Adoption } from '../packages/elements/src/client/views-administration.js';
import '../packages/elements/src/define/mfa-adoption.js';
import { click, enter } from './acting.js';
import { StoryClient } from './story-client.js';

const adoption = (script: Script = {}): TemplateResult =>
  html`<mfa-adoption .client=${new StoryClient({ session: signedIn, ...script })}></mfa-adoption>`;

const meta: Meta = {
  title: 'Elements/mfa-adoption',
  component: 'mfa-adoption',
  render: () => adoption(),
};

export default meta;

type Play = NonNullable<StoryObj['play']>;

const show =
  (from: string, to: string): Play =>
  async ({ canvasElement }) => {
    await enter(canvasElement, '[name=from]', from);
    await enter(canvasElement, '[name=to]', to);
    await click(canvasElement, 'form button');
  };

const like = (change: Partial<Adoption>): Script => ({ adoption: { ...scriptedAdoption, ...change } });

const sixDaysAfter = (day: string): string =>
  new Date(Date.parse(day) + 6 * 86_400_000).toISOString().slice(0, 10);

const weeks = scriptedAdoption.series
  .filter((_, index) => index % 7 === 0)
  .map((point, index, { length }) => ({
    ...point,
    to: index === length - 1 ? scriptedAdoption.to : sixDaysAfter(point.from),
  }));

export const Month: StoryObj = { tags: ['method:passkey', 'method:totp', 'method:recovery-code'] };

export const Weeks: StoryObj = {
  tags: ['method:passkey', 'method:totp', 'method:recovery-code'],
  render: () => adoption(like({ step: 'week', series: weeks })),
};

export const OneDay: StoryObj = {
  tags: ['method:passkey', 'method:totp', 'method:recovery-code'],
  render: () => adoption(like({ series: scriptedAdoption.series.slice(-1) })),
};

export const DaysWithoutACount: StoryObj = {
  render: () =>
    adoption(
      like({
        series: scriptedAdoption.series.map((point, index) =>
          index < 6 || (index > 14 && index < 19)
            ? { ...point, people: null, enrolled: null, share: null }
            : point,
        ),
      }),
    ),
};

export const NeverCounted: StoryObj = {
  render: () =>
    adoption(
      like({
        series: scriptedAdoption.series.map((point) => ({
          ...point,
          people: null,
          enrolled: null,
          share: null,
        })),
      }),
    ),
};

export const Everybody: StoryObj = {
  render: () =>
    adoption(
      like({
        overall: { people: 12_048, enrolled: 12_048, share: 1 },
        series: scriptedAdoption.series.map((point) => ({ ...point, enrolled: point.people, share: 1 })),
      }),
    ),
};

export const NothingToDivideBy: StoryObj = {
  render: () =>
    adoption(
      like({
        admins: emptyAdoption.admins,
        newUsers30d: emptyAdoption.newUsers30d,
        methods: emptyAdoption.methods,
        recoveryCodeUse: emptyAdoption.recoveryCodeUse,
        failureRate: emptyAdoption.failureRate,
      }),
    ),
};

export const WithoutTiers: StoryObj = {
  render: () => adoption(like({ byTier: [{ tier: null, ...scriptedAdoption.overall }] })),
};

export const Empty: StoryObj = { tags: ['state:empty'], render: () => adoption({ adoption: emptyAdoption }) };

export const Loading: StoryObj = { tags: ['state:loading'], render: () => adoption({ adoption: never() }) };

export const OtherDaysOnTheirWay: StoryObj = {
  tags: ['state:loading'],
  render: () => adoption({ adoption: [scriptedAdoption, never()] }),
  play: show('2026-01-01', '2026-01-31'),
};

export const DaysRefused: StoryObj = {
  tags: ['state:invalid', 'code:validation_failed'],
  render: () =>
    adoption({
      adoption: [
        scriptedAdoption,
        refused('validation_failed', { fields: [{ path: 'to', code: 'invalid' }] }),
      ],
    }),
  play: show('2026-03-02', '2026-02-01'),
};

export const OfflineWhileChangingDays: StoryObj = {
  tags: ['code:offline'],
  render: () => adoption({ adoption: [scriptedAdoption, refused('offline')] }),
  play: show('2026-01-01', '2026-01-31'),
};

export const Offline: StoryObj = {
  tags: ['state:error', 'code:offline'],
  render: () => adoption({ adoption: refused('offline') }),
};

export const SignedOut: StoryObj = {
  tags: ['state:error', 'code:session_required'],
  render: () => adoption({ adoption: refused('session_required') }),
};

export const NotYours: StoryObj = {
  tags: ['state:error', 'code:forbidden'],
  render: () => adoption({ adoption: refused('forbidden') }),
};

export const HighChart: StoryObj = {
  render: () => html`<div style="--mfa-adoption-chart-height: 22rem">${adoption()}</div>`,
};

export const At320Pixels: StoryObj = {
  render: () => html`<div style="inline-size: 288px">${adoption()}</div>`,
};

export const Dark: StoryObj = { globals: { theme: 'dark' } };

export const German: StoryObj = { render: () => html`<div lang="de">${adoption()}</div>` };

export const RightToLeft: StoryObj = { render: () => html`<div dir="rtl">${adoption()}</div>` };

export const Unavailable: StoryObj = {
  tags: ['state:error', 'code:unavailable'],
  render: () => adoption({ adoption: refused('unavailable', { status: 503 }) }),
};

export const Unexpected: StoryObj = {
  tags: ['state:error', 'code:unexpected'],
  render: () => adoption({ adoption: refused('unexpected') }),
};

export const TwoStepsMissing: StoryObj = {
  tags: ['state:error', 'code:mfa_required'],
  render: () => adoption({ adoption: refused('mfa_required', { status: 403 }) }),
};
