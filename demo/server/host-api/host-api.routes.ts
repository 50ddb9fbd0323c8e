import { Router, type Request } from 'express';
import { z } from 'zod';
import type { Mfa } from '@mfa-kit/server';
import type { Account, Accounts } from '../accounts/accounts.ts';
import { bodyOf, jsonBody } from '../http/json.ts';
import { Problem } from '../http/problem.ts';
import { notesOf } from './notes.ts';
import type { PasswordGuesses } from './password-guesses.ts';

/** What the kit has to guard, and how lately a person must have proven who they are for it; part of its configuration. */
export const ACTIONS = {
  'billing.charge': { within: '5m' },
  'workspace.delete': { within: '60s' },
  'password.change': { within: '5m' },
} as const;

const charge = z.strictObject({});

/** NIST SP 800-63B-4 asks for at least 8 characters where a second factor stands beside the password. */
const newPassword = z.strictObject({ current: z.string().max(1024), next: z.string().min(8).max(1024) });

/** The calls that Acme Notes itself offers, each behind the guard that fits what it can do. */
export function hostApiRoutes({
  mfa,
  accounts,
  guesses,
  now,
}: {
  mfa: Mfa;
  accounts: Accounts;
  guesses: PasswordGuesses;
  now: () => number;
}): Router {
  const router = Router();
  router.use(jsonBody);

  async function accountOf(request: Request): Promise<Account> {
    const user = (await mfa.session(request))?.user;
    const account = user && (await accounts.get(user.id));
    if (!account) throw new Problem('not_found');
    return account;
  }

  // Reading is content with what a remembered device gives; whatever is dangerous asks for more.
  router.get('/notes', mfa.require({ aal: 1 }), async (request, response) => {
    const { workspace } = await accountOf(request);
    response.json({ workspace: workspace ?? null, notes: notesOf(workspace) });
  });

  router.post('/billing/charge', mfa.require({ action: 'billing.charge' }), (request, response) => {
    bodyOf(request, charge);
    response.json({ charged: { amount: 12, currency: 'EUR' }, at: new Date(now()).toISOString() });
  });

  router.delete(
    '/workspace',
    mfa.require(),
    // Before the step-up: nobody should prove who they are for something they may not do.
    async (request, _response, next) => {
      const { role, workspace } = await accountOf(request);
      if (role !== 'admin' || workspace === undefined) throw new Problem('forbidden');
      next();
    },
    mfa.require({ action: 'workspace.delete' }),
    async (request, response) => {
      // The demo's workspaces are made of fixed notes, so there is nothing to lose: everything but the loss itself is real.
      const { workspace } = await accountOf(request);
      response.json({ deleted: workspace });
    },
  );

  router.post('/password', mfa.require({ action: 'password.change' }), async (request, response) => {
    const { current, next } = bodyOf(request, newPassword);
    const { id } = await accountOf(request);
    const wait = await guesses.count(id, now());
    if (wait !== undefined) throw new Problem('too_many_attempts', undefined, wait);
    if (!(await accounts.changePassword(id, current, next))) throw new Problem('invalid_credentials');
    await guesses.forget(id);
    // Whoever else is signed in, or about to be, with the old password is not any more.
    await mfa.passwordChanged(id, request);
    response.status(204).end();
  });

  return router;
}
