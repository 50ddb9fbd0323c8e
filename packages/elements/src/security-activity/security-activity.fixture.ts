import { fixture, html } from '@open-wc/testing';
import { signedIn } from '../client/scripted-answers.js';
import { scriptedActivity } from '../client/scripted-activity.js';
import { ScriptedMfaClient, type Script } from '../client/scripted-client.js';
import type { ActivityEvent, ActivityPage } from '../client/views.js';
import '../define/security-activity.js';
import { deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import type { SecurityActivity } from './security-activity.js';

export interface Scene {
  element: SecurityActivity;
  client: ScriptedMfaClient;
  events: string[];
}

export async function scene(script: Script = {}): Promise<Scene> {
  const client = new ScriptedMfaClient({ session: signedIn, ...script });
  const element = await fixture<SecurityActivity>(
    html`<security-activity .client=${client}></security-activity>`,
  );
  const events: string[] = [];
  element.addEventListener('mfa-activity-reported', ({ type }) => events.push(type));
  await settled(element);
  return { element, client, events };
}

const [usual] = scriptedActivity;

/** One event, as usual as can be but for what is given. */
export function happened(what: Partial<ActivityEvent> = {}): ActivityEvent {
  if (!usual) throw new Error('Ada’s account has seen something');
  return { ...usual, factor: null, current: false, ...what };
}

/** So many events, numbered from the newest on. */
export function page(from: number, count: number, next: string | null = null): ActivityPage {
  const events = Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const at = new Date(Date.parse('2026-03-02T09:00:00Z') - number * 60_000).toISOString();
    return happened({
      id: `event-${String(number)}`,
      at,
      factor: { id: 'totp-1', name: `No. ${String(number)}` },
    });
  });
  return { events, next };
}

/** The only event. */
export const only = (what: Partial<ActivityEvent>): Script => ({
  activity: { events: [happened(what)], next: null },
});

export function own(element: Element, selector: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`<${element.localName}> shows no ${selector}`);
  return found;
}

export async function click(element: Element, selector: string): Promise<void> {
  own(element, selector).click();
  await settled(element);
}

/** The button with this text. */
export async function press(element: Element, text: string): Promise<void> {
  const button = deepAll(element, 'button').find((each) => visibleText(each) === text);
  if (!button) throw new Error(`<${element.localName}> shows no button "${text}"`);
  button.click();
  await settled(element);
}

/** Puts a value into a filter, as choosing or typing does. */
export function fill(element: Element, name: string, value: string): void {
  (own(element, `[name=${name}]`) as HTMLInputElement | HTMLSelectElement).value = value;
}

export const valueOf = (element: Element, name: string): string =>
  (own(element, `[name=${name}]`) as HTMLInputElement | HTMLSelectElement).value;

export const row = (index: number): string => `.events > li:nth-child(${String(index)})`;

/** What happened, line by line. */
export const names = (element: Element): string[] => deepAll(element, '.events > li .name').map(visibleText);

export const spoken = (element: Element): string => own(element, '[role=status].spoken').textContent;

export const isFocused = (element: Element, selector: string): boolean =>
  element.shadowRoot?.activeElement === own(element, selector);
