import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { Router, type Request, type Response } from 'express';
import type { Mfa } from '@mfa-kit/server';
import type { Accounts, Role } from '../accounts/accounts.ts';
import { returnAddress } from '../../shared/return-address.ts';
import { frameworkList } from './frameworks.ts';
import { frameworksRoutes } from './frameworks.routes.ts';
import { ADMIN_PATH, ASSETS_PATH, layout, type PageContent } from './layout.ts';
import { pageHeaders, type PagePolicy } from './security-headers.ts';

/** Where people manage how they sign in. */
export const SECURITY_PATH = '/account/security';

/** The same page in several frameworks. */
const FRAMEWORKS_PATH = '/frameworks';

const PAGES_FOLDER = new URL('../../pages/', import.meta.url);
const BUILT_FOLDER = fileURLToPath(new URL('../../dist/', import.meta.url));

const PAGES = {
  home: { title: 'Acme Notes: sign in' },
  notes: { title: 'Acme Notes' },
  security: { title: 'Security · Acme Notes' },
  billing: { title: 'Billing · Acme Notes' },
  admin: { title: 'Admin · Acme Notes' },
  support: { title: 'Support · Acme Notes' },
  'not-yours': { title: 'Not for you · Acme Notes' },
  recover: { title: 'Account recovery · Acme Notes' },
  mailbox: { title: 'Mailbox · Acme Notes demo', policy: { frames: true } },
  authenticator: { title: 'Authenticator · Acme Notes demo', policy: { screen: true } },
  elements: { title: 'Elements · Acme Notes demo' },
  frameworks: { title: 'Frameworks · Acme Notes demo' },
  'not-found': { title: 'Not found · Acme Notes' },
} as const satisfies Record<string, { title: string; policy?: PagePolicy }>;

type PageName = keyof typeof PAGES;

/** What is shown where people administer: policy and people to admins, cases to support, and to others that it is not for them. */
const DESKS: Readonly<Record<Role, PageName>> = { admin: 'admin', support: 'support', member: 'not-yours' };

/**
 * The pages of Acme Notes and of the demo's tools.
 *
 * @param setting.publicUrl The own origin.
 * @param setting.mailbox Whether the mail can be shown; it is everybody's, so it is read through the control API.
 */
export async function pagesRoutes(setting: {
  mfa: Mfa;
  accounts: Pick<Accounts, 'get'>;
  publicUrl: string;
  mailbox: boolean;
}): Promise<Router> {
  const { mfa, accounts, publicUrl, mailbox } = setting;
  const fragments = await readFragments();
  const router = Router();

  async function show(name: PageName, request: Request, response: Response): Promise<void> {
    const page: { title: string; policy?: PagePolicy } = PAGES[name];
    const user = (await mfa.session(request))?.user;
    const role = user && (await accounts.get(user.id))?.role;
    const content: PageContent = {
      name,
      title: page.title,
      main: fragments[name].replace('<!-- frameworks -->', () => frameworkList(FRAMEWORKS_PATH)),
      person: user && { displayName: user.displayName, name: user.name, role: role ?? 'member' },
      path: request.path,
      mailbox,
    };
    response.set(pageHeaders(page.policy)).type('html').send(layout(content));
  }

  async function showToPerson(name: PageName, request: Request, response: Response): Promise<void> {
    const session = await mfa.session(request);
    if (session && !session.mustEnroll) await show(name, request, response);
    else response.redirect(303, `/?${new URLSearchParams({ next: request.originalUrl }).toString()}`);
  }

  router.get('/', async (request, response) => {
    const session = await mfa.session(request);
    if (!session || session.mustEnroll) await show('home', request, response);
    else if (typeof request.query['next'] === 'string')
      response.redirect(303, returnAddress(request.query['next'], publicUrl));
    else await show('notes', request, response);
  });
  router.get(SECURITY_PATH, (request, response) => showToPerson('security', request, response));
  router.get('/billing', (request, response) => showToPerson('billing', request, response));
  router.get(ADMIN_PATH, async (request, response) => {
    const user = (await mfa.session(request))?.user;
    const desk = DESKS[(user && (await accounts.get(user.id))?.role) ?? 'member'];
    if (user && desk === 'not-yours') response.status(403);
    await showToPerson(desk, request, response);
  });
  router.get('/recover', (request, response) => show('recover', request, response));
  if (mailbox) router.get('/mailbox', (request, response) => show('mailbox', request, response));
  router.get('/authenticator', (request, response) => show('authenticator', request, response));
  router.get('/elements', (request, response) => show('elements', request, response));
  router.get(FRAMEWORKS_PATH, (request, response) => show('frameworks', request, response));
  router.use(FRAMEWORKS_PATH, frameworksRoutes());

  router.use(
    ASSETS_PATH,
    express.static(BUILT_FOLDER, { index: false, cacheControl: false, setHeaders: keepAssets }),
  );

  router.use(async (request, response) => {
    response.status(404);
    await show('not-found', request, response);
  });
  return router;
}

/** Parts carry a fingerprint in their names; what a page names does not, so the browser asks whether it changed. */
function keepAssets(response: ServerResponse, path: string): void {
  const fingerprinted = path.startsWith(join(BUILT_FOLDER, 'parts'));
  response.setHeader('Cache-Control', fingerprinted ? 'public, max-age=31536000, immutable' : 'no-cache');
}

async function readFragments(): Promise<Record<PageName, string>> {
  const names = Object.keys(PAGES) as PageName[];
  const entries = names.map(
    async (name) => [name, await readFile(new URL(`${name}/${name}.html`, PAGES_FOLDER), 'utf8')] as const,
  );
  return Object.fromEntries(await Promise.all(entries)) as Record<PageName, string>;
}
