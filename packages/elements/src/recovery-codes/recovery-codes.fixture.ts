import { fixture, html } from '@open-wc/testing';
import { signedIn, tenCodes } from '../client/scripted-answers.js';
import { ScriptedMfaClient } from '../client/scripted-client.js';
import type { Script } from '../client/scripted-client.js';
import type { RecoveryCodesStatus } from '../client/views.js';
import { deep, deepAll, settled } from '../foundation/testing/rendering.js';
import type { RecoveryCodes } from './recovery-codes.js';
import '../define/recovery-codes.js';

export interface Scene {
  element: RecoveryCodes;
  client: ScriptedMfaClient;
}

export const status = (changes: Partial<RecoveryCodesStatus> = {}): Script => ({
  recoveryCodes: { remaining: 8, total: 10, createdAt: '2025-11-14T16:20:00Z', confirmed: true, ...changes },
});

export async function scene(script: Script = {}): Promise<Scene> {
  const client = new ScriptedMfaClient({ session: signedIn, ...script });
  const element = await fixture<RecoveryCodes>(html`<recovery-codes .client=${client}></recovery-codes>`);
  await settled(element);
  return { element, client };
}

export async function shown(script: Script = {}): Promise<Scene> {
  const made = await scene(script);
  made.element.show(tenCodes);
  await settled(made.element);
  return made;
}

export const button = (element: Element, name: string): HTMLButtonElement => {
  const found = deepAll<HTMLButtonElement>(element, 'button').find(
    (each) => each.textContent.trim() === name,
  );
  if (!found) throw new Error(`there is no button ${name}`);
  return found;
};

export const checkbox = (element: Element): HTMLInputElement =>
  deep(element, '[type=checkbox]') as HTMLInputElement;

export async function click(element: RecoveryCodes, name: string): Promise<void> {
  button(element, name).click();
  await settled(element);
}

export async function save(element: RecoveryCodes): Promise<void> {
  checkbox(element).click();
  await settled(element);
  await click(element, 'Continue');
}

export const spoken = (element: Element): string => deep(element, '[role=status].spoken').textContent;

export const focusedPart = (element: RecoveryCodes): string =>
  element.shadowRoot?.activeElement?.getAttribute('part') ?? '';

/** Whether the browser would ask before leaving the page. */
export const asksBeforeLeaving = (): boolean =>
  !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
