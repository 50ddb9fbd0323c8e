import { fixture, html } from '@open-wc/testing';
import { otherSession, signedIn, thisSession } from '../client/scripted-answers.js';
import { ScriptedMfaClient, type Script } from '../client/scripted-client.js';
import type { ActiveSession } from '../client/views.js';
import '../define/active-sessions.js';
import { deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import type { ActiveSessions } from './active-sessions.js';

/** A session of somebody whom Ada does not know. */
export const strange: ActiveSession = {
  ...otherSession,
  id: 'session-3',
  device: null,
  place: 'Nowhere',
  amr: [
    { method: 'password', at: '2026-03-01T22:00:00Z' },
    { method: 'remembered-device', at: '2026-03-01T22:00:00Z' },
  ],
};

export interface Scene {
  element: ActiveSessions;
  client: ScriptedMfaClient;
  events: string[];
}

export async function scene(script: Script = {}): Promise<Scene> {
  const sessions = { sessions: [thisSession, otherSession, strange] };
  const client = new ScriptedMfaClient({ session: signedIn, sessions, ...script });
  const element = await fixture<ActiveSessions>(html`<active-sessions .client=${client}></active-sessions>`);
  const events: string[] = [];
  element.addEventListener('mfa-session-ended', ({ type }) => events.push(type));
  await settled(element);
  return { element, client, events };
}

export function own(element: Element, selector: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`<${element.localName}> shows no ${selector}`);
  return found;
}

export async function click(element: Element, selector: string): Promise<void> {
  own(element, selector).click();
  await settled(element);
}

export const row = (index: number): string => `li:nth-child(${String(index)})`;

export const rows = (element: Element): string[] => deepAll(element, 'li .name').map(visibleText);

export const spoken = (element: Element): string => own(element, '[role=status].spoken').textContent;

export const isFocused = (element: Element, selector: string): boolean =>
  element.shadowRoot?.activeElement === own(element, selector);
