import express, { type Express } from 'express';
import type { Mfa } from '@mfa-kit/server';
import type { Accounts } from './accounts/accounts.ts';
import type { SharedClock } from './clock/shared-clock.ts';
import { controlRoutes } from './control/control.routes.ts';
import { reset } from './control/reset.ts';
import { localCallers } from './control/local-callers.ts';
import { hostApiRoutes } from './host-api/host-api.routes.ts';
import { passwordGuesses } from './host-api/password-guesses.ts';
import { answerProblem, answerProblems, Problem } from './http/problem.ts';
import type { Database } from './database/database.ts';
import type { Mailbox } from './mailbox/mailbox.ts';
import { mailViewRoutes } from './mailbox/mail-view.routes.ts';
import type { CspReports } from './pages/csp-reports.ts';
import { pagesRoutes } from './pages/pages.routes.ts';
import { CSP_REPORTS_PATH, securityHeaders } from './pages/security-headers.ts';

/** What the application is made of. */
export interface Parts {
  readonly mfa: Mfa;
  readonly accounts: Accounts;
  readonly clock: SharedClock;
  readonly database: Database;
  readonly mailbox: Mailbox;
  readonly cspReports: CspReports;
  /** The built-in mail server, if that is used: the address of another may have a password in it. */
  readonly mailServer: string | undefined;
  readonly publicUrl: string;
  /** Whether the control API is served. */
  readonly control: boolean;
}

/** The table of contents: everything that Acme Notes answers. */
export async function application(parts: Parts): Promise<Express> {
  const { mfa, accounts, clock, database, mailbox, cspReports, publicUrl, control } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.use(securityHeaders(publicUrl));
  // Another process may have moved the clock since the last request.
  app.use(async (_request, _response, next) => {
    await clock.refresh();
    next();
  });

  app.use('/mfa', mfa.router);
  app.use(mfa.wellKnown);
  app.use(
    '/api',
    hostApiRoutes({ mfa, accounts, guesses: passwordGuesses(database), now: () => clock.now() }),
    notFound,
    answerProblems,
  );

  app.use(CSP_REPORTS_PATH, cspReports.router);
  if (control) {
    const runJobs = (): Promise<unknown> => mfa.jobs.runDue();
    const controlled = {
      ...parts,
      runJobs,
      metrics: mfa.metrics,
      reset: () => reset({ ...parts, runJobs, userDeleted: (id) => mfa.userDeleted(id) }),
    };
    app.use('/demo', localCallers(publicUrl), mailViewRoutes(mailbox), controlRoutes(controlled));
  }
  app.use('/demo', notFound, answerProblems);

  app.use('/health', mfa.health.handler);
  app.get('/health', async (_request, response) => {
    const ready = await mfa.health.ready();
    response.status(ready ? 200 : 503).json({ live: mfa.health.live(), ready });
  });

  app.use(await pagesRoutes({ mfa, accounts, publicUrl, mailbox: control }));
  app.use(answerProblems);
  return app;
}

function notFound(_request: express.Request, response: express.Response): void {
  answerProblem(response, new Problem('not_found'));
}
