import { succeeded } from '../checks/expect.ts';
import type { Browser } from '../http/browser.ts';
import { appHolder, signedIn, type AppHolder, type SignedIn } from './people.ts';
import type { Scene } from './scene.ts';

/** A workspace of two. */
export interface Workspace {
  readonly name: string;
  readonly admin: AppHolder;
  readonly member: SignedIn;
}

/** A workspace that no other attack knows of. Its admin has just proven who they are, with a second step. */
export async function newWorkspace(scene: Scene): Promise<Workspace> {
  const name = scene.unique('workspace');
  return {
    name,
    admin: await appHolder(scene, { role: 'admin', workspace: name }),
    member: await signedIn(scene, { role: 'member', workspace: name }),
  };
}

/** Somebody of support, who belongs to no workspace and has just proven who they are, with a second step. */
export const supportAgent = (scene: Scene): Promise<AppHolder> => appHolder(scene, { role: 'support' });

const DAY = 24 * 3_600_000;

/** A time to come, by the server's clock, ISO 8601. */
export async function inDays(scene: Scene, days: number): Promise<string> {
  return new Date((await scene.now()) + days * DAY).toISOString();
}

/** A policy that asks nothing of anybody. */
export const OPEN_POLICY = {
  required: false,
  graceDays: 365,
  roles: [],
  rememberDevice: true,
  phishingResistantRoles: [],
};

export const memberPath = (id: string, what: 'reset' | 'exempt'): string =>
  `/mfa/admin/members/${encodeURIComponent(id)}/${what}`;

/** Those whom the server names to an admin, by their ids. */
export async function listedBy(browser: Browser, query = ''): Promise<readonly string[]> {
  const { body } = succeeded(await browser.get(`/mfa/admin/members${query}`));
  return (body['members'] as { id: string }[]).map(({ id }) => id);
}
