import type { MfaConfiguration } from '../../configuration/configuration.ts';
import type { User } from '../../ports/users.ts';
import type { Browser, Reply } from '../../testing/browser.ts';
import type { OpenTestDatabase } from '../../testing/databases.ts';
import { expectStatus, signIn } from '../../testing/people.ts';
import { startKit, type RunningKit } from '../../testing/running-kit.ts';
import type { Policy } from '../policy.ts';

export const DAY = 86_400_000;

/** The policy of a workspace that asks what the kit asks by itself. */
export const POLICY: Policy = {
  required: false,
  graceDays: 14,
  roles: ['admin'],
  rememberDevice: true,
  phishingResistantRoles: [],
};

/**
 * A host with one workspace: Ada is an admin of it, Grace a member, and Linus its owner, who may change what is asked and is asked nothing
 * himself; and with routes that ask more and less of the person.
 */
export async function startWorkspace(
  options: { database?: OpenTestDatabase; configuration?: Partial<MfaConfiguration> } = {},
): Promise<RunningKit> {
  const { database, configuration = {} } = options;
  const kit: RunningKit = await startKit({
    ...(database && { database }),
    configuration: {
      authorize: (actor) => Promise.resolve(actor.role === 'owner'),
      ...configuration,
    },
    host(app, mfa) {
      app.post('/workspace', mfa.require(), (_request, response) => response.json({ done: true }));
      app.post('/money', mfa.require({ action: 'money', within: '5m' }), (_request, response) =>
        response.json({ done: true }),
      );
      app.post('/light', mfa.require({ aal: 1 }), (_request, response) => response.json({ done: true }));
      app.post('/strict', mfa.require({ aal: 2 }), (_request, response) => response.json({ done: true }));
      app.get('/notes', (request, response) => {
        void mfa.session(request).then((view) => response.json({ signedIn: view !== undefined }));
      });
    },
  });
  become(kit, 'ada', { role: 'admin', workspace: 'analytical' });
  become(kit, 'grace', { role: 'member', workspace: 'analytical' });
  become(kit, 'linus', { role: 'owner', workspace: 'analytical' });
  return kit;
}

/** The host changes what somebody is. */
export function become(kit: RunningKit, name: string, change: Partial<User>): void {
  const id = `user-${name}`;
  const person = kit.users.get(id);
  if (!person) throw new Error(`nobody is called ${name}`);
  kit.users.set(id, { ...person, ...change });
}

/** Linus changes what is asked, in a browser in which he has just signed in. */
export async function changePolicy(kit: RunningKit, change: Partial<Policy> = {}): Promise<Reply> {
  const owner = await signIn(kit.browser(), 'linus');
  return expectStatus(await owner.send('PUT', '/admin/policy', { ...POLICY, ...change }), 200);
}

/** What the session view says is asked. */
export async function askedOf(browser: Browser): Promise<Record<string, unknown>> {
  const { body } = await browser.get('/session');
  return body['requirement'] as Record<string, unknown>;
}

export const iso = (at: number): string => new Date(at).toISOString();
