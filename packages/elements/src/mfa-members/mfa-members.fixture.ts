import { fixture, html } from '@open-wc/testing';
import { signedIn } from '../client/scripted-answers.js';
import { ScriptedMfaClient, type Script } from '../client/scripted-client.js';
import type { Member, MembersPage } from '../client/views-administration.js';
import '../define/mfa-members.js';
import { deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import type { MfaMembers } from './mfa-members.js';

export interface Scene {
  element: MfaMembers;
  client: ScriptedMfaClient;
  events: string[];
}

/** Ada looks at her workspace. */
export async function scene(script: Script = {}): Promise<Scene> {
  const client = new ScriptedMfaClient({ session: signedIn, ...script });
  const element = await fixture<MfaMembers>(html`<mfa-members .client=${client}></mfa-members>`);
  const events: string[] = [];
  for (const name of ['mfa-member-reset', 'mfa-member-exempted'] as const)
    element.addEventListener(name, ({ type }) => events.push(type));
  await settled(element);
  return { element, client, events };
}

export const member = (what: Partial<Member> = {}): Member => ({
  id: 'user-grace',
  name: 'grace@example.com',
  displayName: 'Grace Hopper',
  role: 'member',
  mfa: 'totp',
  requirement: { level: 'none', reasons: [] },
  deadline: null,
  exemptUntil: null,
  isSelf: false,
  lastSignInAt: '2026-03-01T09:30:00Z',
  ...what,
});

export const page = (...members: Partial<Member>[]): MembersPage => ({
  members: members.map((what, index) => member({ id: `user-${String(index)}`, ...what })),
  next: null,
});

/** So many members, numbered. */
export const crowd = (from: number, count: number, next: string | null): MembersPage => ({
  members: Array.from({ length: count }, (_, index) => {
    const number = String(from + index);
    return member({ id: `user-${number}`, name: `no${number}@example.com`, displayName: `No. ${number}` });
  }),
  next,
});

/** Of the n-th member, counted from 1. */
export const row = (index: number): string => `[part~=member]:nth-child(${String(index)})`;

export const names = (element: Element): string[] =>
  deepAll(element, '[part~=member] .name').map(visibleText);
