import { fixture, html } from '@open-wc/testing';
import { pendingCase } from '../client/scripted-administration.js';
import { signedIn } from '../client/scripted-answers.js';
import { ScriptedMfaClient, type Script } from '../client/scripted-client.js';
import type { RecoveryCase, RecoveryCasesPage } from '../client/views-administration.js';
import '../define/recovery-cases.js';
import { settled } from '../foundation/testing/rendering.js';
import type { RecoveryCases } from './recovery-cases.js';

export interface Scene {
  element: RecoveryCases;
  client: ScriptedMfaClient;
  events: string[];
}

/** Ada is of support today. */
export async function scene(script: Script = {}): Promise<Scene> {
  const client = new ScriptedMfaClient({ session: signedIn, ...script });
  const element = await fixture<RecoveryCases>(html`<recovery-cases .client=${client}></recovery-cases>`);
  const events: string[] = [];
  for (const name of ['mfa-recovery-case-started', 'mfa-recovery-case-decided'] as const)
    element.addEventListener(name, ({ type }) => events.push(type));
  await settled(element);
  return { element, client, events };
}

export const page = (...changes: Partial<RecoveryCase>[]): RecoveryCasesPage => ({
  recoveries: changes.map((change) => ({ ...pendingCase, ...change })),
  next: null,
});

/** The only cases. */
export const only = (...changes: Partial<RecoveryCase>[]): Script => ({
  recoveryCases: page(...changes),
});

/** Of the n-th case, counted from 1. */
export const row = (index: number): string => `[part~=case]:nth-child(${String(index)})`;

export const CONFIRM = '.panel form button:not([type])';
