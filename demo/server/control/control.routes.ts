import { Router, type RequestHandler } from 'express';
import { z } from 'zod';
import { FURTHEST_SECONDS, type SharedClock } from '../clock/shared-clock.ts';
import { DEMO_PASSWORD } from '../accounts/first-accounts.ts';
import { bodyOf, holdsNoNull, jsonBody, queryOf } from '../http/json.ts';
import { Problem } from '../http/problem.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { CspReports } from '../pages/csp-reports.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import { newWorkspaceName } from './new-workspace.ts';

const seconds = z.number().min(-FURTHEST_SECONDS).max(FURTHEST_SECONDS);

const clockMove = z.union([
  z.strictObject({ advanceSeconds: seconds }),
  z.strictObject({ offsetSeconds: seconds }),
]);

const newUser = z.strictObject({
  email: z.email().max(254),
  role: z.enum(['admin', 'member', 'support']).optional(),
  workspace: z.string().trim().min(1).max(64).refine(holdsNoNull).optional(),
  tier: z.enum(['free', 'enterprise']).optional(),
});

const nothing = z.strictObject({});

/** ISO 8601, as the mailbox answers it in `at`, or milliseconds since 1970. */
const moment = z.union([
  z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);

const mailboxQuery = z.strictObject({
  to: z.string().max(254).refine(holdsNoNull).optional(),
  since: moment.optional(),
});

/** What the control API steers. */
export interface Controlled {
  readonly accounts: Accounts;
  readonly clock: SharedClock;
  readonly mailbox: Mailbox;
  readonly cspReports: CspReports;
  /** The built-in mail server, if that is used: the address of another may have a password in it. */
  readonly mailServer: string | undefined;
  /** Runs what is due of the kit's jobs. */
  readonly runJobs: () => Promise<unknown>;
  /** The kit's numbers for Prometheus; here they are for whoever sits at this machine. */
  readonly metrics: RequestHandler;
  /** Puts everything back to how it was at the very first start. */
  readonly reset: () => Promise<void>;
}

/** The control API: for tests, and for showing waiting periods. Who may call is decided by `localCallers` before it. */
export function controlRoutes({
  accounts,
  clock,
  mailbox,
  cspReports,
  mailServer,
  runJobs,
  metrics,
  reset,
}: Controlled): Router {
  const router = Router();
  const now = (): { now: string } => ({ now: new Date(clock.now()).toISOString() });
  router.use(jsonBody);

  router.get('/mailbox', async (request, response) => {
    response.json(await mailbox.list(queryOf(request, mailboxQuery)));
  });

  router.post('/clock', async (request, response) => {
    const move = bodyOf(request, clockMove);
    if ('offsetSeconds' in move) await clock.setOffset(move.offsetSeconds);
    else await clock.advance(move.advanceSeconds).catch(tooFar);
    response.json(now());
  });

  router.post('/users', async (request, response) => {
    const { email, role = 'member', workspace, tier } = bodyOf(request, newUser);
    const home = workspace ?? (role === 'support' ? undefined : newWorkspaceName());
    const account = await accounts.add({
      email,
      password: DEMO_PASSWORD,
      role,
      workspace: home,
      tier: tier ?? (home === undefined ? undefined : await accounts.tierOf(home)) ?? 'free',
    });
    if (!account) throw new Problem('conflict');
    response.status(201).json({ id: account.id });
  });

  router.post('/jobs', async (request, response) => {
    bodyOf(request, nothing);
    await runJobs();
    response.json(now());
  });

  router.post('/reset', async (request, response) => {
    bodyOf(request, nothing);
    await reset();
    response.json(now());
  });

  router.get('/metrics', metrics);

  router.get('/mail-server', (_request, response) => {
    response.json({ url: mailServer ?? null });
  });

  router.get('/csp-reports', (_request, response) => {
    response.json(cspReports.list());
  });

  return router;
}

function tooFar(error: unknown): never {
  if (error instanceof RangeError)
    throw new Problem('validation_failed', [{ path: 'advanceSeconds', code: 'too_big' }]);
  throw error;
}
