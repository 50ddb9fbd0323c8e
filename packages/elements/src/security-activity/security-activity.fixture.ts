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

export const row = (index: number): string => `.events > li:nth-child(${String(index)})`;

/** What happened, line by line. */
export const names = (element: Element): string[] => deepAll(element, '.events > li .name').map(visibleText);
