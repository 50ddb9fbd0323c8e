import type { MfaConfiguration } from '../../configuration/configuration.ts';
import type { User } from '../../ports/users.ts';
import type { Browser, Reply } from '../../testing/browser.ts';
import type { MakeDatabase } from '../../store/testing/databases.ts';
import { AuthenticatorApp, expectStatus, signIn } from '../../testing/people.ts';
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
 * A host with one workspace: Ada is an admin of it, Grace a member, and Linus an owner, who may change what is asked and is asked nothing
 * himself; and with routes that ask more and less of the person.
 */
export async function startWorkspace(
  options: { database?: MakeDatabase; configuration?: Partial<MfaConfiguration> } = {},
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

/** What Olga, the other owner, has in hand: a browser that stays open, and her app. */
const owners = new WeakMap<RunningKit, { readonly browser: Browser; readonly app: AuthenticatorApp }>();

/** She has a second step, as one has to who changes what is asked. To set it up takes her no time, so that no deadline moves in a test. */
async function olga(kit: RunningKit): Promise<{ readonly browser: Browser; readonly app: AuthenticatorApp }> {
  const known = owners.get(kit);
  if (known) return known;
  const name = 'olga@example.com';
  kit.users.set('user-olga', {
    id: 'user-olga',
    name,
    displayName: 'Olga',
    emails: [name],
    role: 'owner',
    workspace: 'analytical',
  });
  const browser = await signIn(kit.browser(), 'olga');
  const { body } = expectStatus(await browser.post('/totp'), 201);
  const app = new AuthenticatorApp(String(body['secret']));
  const code = app.codeAt(kit.clock.now());
  expectStatus(await browser.post(`/totp/${String(body['id'])}/confirm`, { code }), 200);
  const owner = { browser, app };
  owners.set(kit, owner);
  return owner;
}

/** Olga changes what is asked, and proves who she is where she has to. */
export async function changePolicy(kit: RunningKit, change: Partial<Policy> = {}): Promise<Reply> {
  const { browser, app } = await olga(kit);
  const put = (): Promise<Reply> => browser.send('PUT', '/admin/policy', { ...POLICY, ...change });
  const reply = await put();
  if (reply.status !== 401) return expectStatus(reply, 200);
  if (reply.body['code'] === 'session_required') await signIn(browser, 'olga');
  expectStatus(await browser.post('/challenge/totp', { code: app.codeAt(kit.clock.now()) }), 200);
  return expectStatus(await put(), 200);
}

/** What the session view says is asked. */
export async function askedOf(browser: Browser): Promise<Record<string, unknown>> {
  const { body } = await browser.get('/session');
  return body['requirement'] as Record<string, unknown>;
}

export const iso = (at: number): string => new Date(at).toISOString();
