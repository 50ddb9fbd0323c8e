import { fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { authenticatorApp, noFactors, signedIn } from '../client/scripted-answers.js';
import { ScriptedMfaClient } from '../client/scripted-client.js';
import type { Script } from '../client/scripted-client.js';
import type { Factors, TotpFactor } from '../client/views.js';
import { deep, deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import type { TotpList } from './totp-list.js';
import '../define/totp-list.js';

export interface Scene {
  element: TotpList;
  client: ScriptedMfaClient;
  events: string[];
}

export const phone: TotpFactor = { ...authenticatorApp, name: 'Phone', lastUsedAt: '2026-03-02T07:30:00Z' };
export const tablet: TotpFactor = {
  ...authenticatorApp,
  id: 'totp-tablet',
  name: 'Tablet',
  lastUsedAt: null,
};
export const having = (...totp: TotpFactor[]): Factors => ({ ...noFactors, totp });

export async function scene(script: Script = {}): Promise<Scene> {
  const client = new ScriptedMfaClient({ session: signedIn, factors: having(phone, tablet), ...script });
  const element = await fixture<TotpList>(html`<totp-list .client=${client}></totp-list>`);
  const events: string[] = [];
  for (const name of ['mfa-totp-added', 'mfa-totp-removed'])
    element.addEventListener(name, ({ type, bubbles, composed }) => {
      if (bubbles && composed) events.push(type);
    });
  await settled(element);
  return { element, client, events };
}

export const own = (element: TotpList, selector: string): HTMLElement => {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`<totp-list> shows no ${selector}`);
  return found;
};

export async function click(element: TotpList, selector: string): Promise<void> {
  own(element, selector).click();
  await settled(element);
}

export const row = (index: number, button: string): string => `li:nth-child(${String(index)}) .${button}`;

export const names = (element: TotpList): string[] => deepAll(element, '.name').map(visibleText);

export const spoken = (element: TotpList): string => own(element, '[role=status].spoken').textContent;

export const focusedIn = (element: TotpList): Element | null | undefined => element.shadowRoot?.activeElement;

export const isFocused = (element: TotpList, selector: string): boolean =>
  focusedIn(element) === own(element, selector);

export async function setUp(element: TotpList): Promise<void> {
  deep(element, 'mfa-enroll');
  deepAll(element, 'mfa-enroll')[0]
    ?.shadowRoot?.querySelector<HTMLElement>('[part~=button-primary]')
    ?.click();
  await settled(element);
  document.querySelector<HTMLInputElement>('input[autocomplete="one-time-code"]')?.focus();
  await sendKeys({ type: '123456' });
  await settled(element);
}
