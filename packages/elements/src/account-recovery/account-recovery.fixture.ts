import { fixture, html } from '@open-wc/testing';
import { ScriptedMfaClient, type Script } from '../client/scripted-client.js';
import { deep, settled, visibleText } from '../foundation/testing/rendering.js';
import type { AccountRecovery } from './account-recovery.js';

export const TOKEN = 'mailed-token-of-forty-three-characters-12345';

export interface Scene {
  element: AccountRecovery;
  client: ScriptedMfaClient;
  /** Names of the outcomes so far. */
  outcomes: readonly string[];
}

/** Puts the fragment of a mailed link into the address, as following it does, without an entry in the history. */
export function follow(fragment: string): void {
  history.replaceState(null, '', `${location.pathname}${location.search}${fragment}`);
}

/** @param fragment what a mailed link led here with; empty without one. */
export async function scene(script: Script = {}, fragment = ''): Promise<Scene> {
  follow(fragment);
  const client = new ScriptedMfaClient(script);
  const outcomes: string[] = [];
  const element = await fixture<AccountRecovery>(
    html`<account-recovery .client=${client}></account-recovery>`,
  );
  for (const outcome of ['requested', 'cancelled', 'completed'])
    element.addEventListener(`mfa-recovery-${outcome}`, () => outcomes.push(outcome));
  await settled(element);
  return { element, client, outcomes };
}

export function input(autocomplete: string): HTMLInputElement {
  const found = document.querySelector<HTMLInputElement>(`input[autocomplete="${autocomplete}"]`);
  if (!found) throw new Error(`the page shows no field for ${autocomplete}`);
  return found;
}

export const title = (element: Element): string => visibleText(deep(element, '[part=title]'));

/** Clicks the one button of the step, as a person does: the focus goes with it. */
export async function press(element: Element): Promise<void> {
  const button = deep(element, '[part~=button]');
  button.focus();
  button.click();
  await settled(element);
}

/** Types into a field and presses Enter. */
export async function enter(element: Element, autocomplete: string, value: string): Promise<void> {
  const field = input(autocomplete);
  field.focus();
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  field.form?.requestSubmit();
  await settled(element);
}

export const announced = (element: Element): string =>
  deep(element, '.spoken[role=status]').textContent.trim();
