import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import session from 'express-session';
import { createMfa, type Mfa, type MfaConfiguration } from '@mfa-kit/server';
import { checkPassword, users } from './example-people.ts';

declare module 'express-session' {
  interface SessionData {
    /** Whose session it is; absent while nobody is signed in. */
    userId: string;
    basket: string[];
  }
}

/**
 * A host with sessions of its own, by express-session, and a password check of its own. Two sessions stand side by side: the kit's says who
 * is there and what was proven, the host's keeps what the host likes to keep. `keepInStep` ties them together.
 */
export async function hostWithSessions(
  configuration: Pick<MfaConfiguration, 'publicUrl' | 'database' | 'keys' | 'clock'>,
  secret: string,
): Promise<{ readonly app: Express; readonly mfa: Mfa }> {
  const mfa = await createMfa({ ...configuration, serviceName: 'Acme Shop', users });
  const app = express();
  app.use('/mfa', mfa.router);
  app.use(
    session({
      name: 'acme-shop',
      secret,
      resave: false,
      saveUninitialized: false,
      cookie: { httpOnly: true, sameSite: 'lax', secure: configuration.publicUrl.startsWith('https:') },
    }),
  );

  /**
   * The host's session belongs to the person of the kit's session. Where they differ, it is replaced by an empty one: at a sign-in (no
   * session that somebody prepared lives on), when another person signs in, and when the kit's session has ended, however it did.
   */
  async function keepInStep(request: Request, _response: Response, next: NextFunction): Promise<void> {
    const userId = (await mfa.session(request))?.user?.id;
    if (request.session.userId !== userId) {
      await new Promise<void>((resolve, reject) => {
        request.session.regenerate((error: unknown) => {
          if (error === undefined || error === null) resolve();
          else reject(new Error('the session could not be replaced', { cause: error }));
        });
      });
      if (userId !== undefined) request.session.userId = userId;
    }
    next();
  }
  app.use(keepInStep);

  app.post('/login', express.json(), async (request, response) => {
    const { email, password } = request.body as { email?: unknown; password?: unknown };
    const user = await checkPassword(String(email), String(password));
    if (!user) {
      response.status(401).json({ code: 'invalid_credentials' });
      return;
    }
    // `challenge` means that the second factor is still to come: the page shows <mfa-challenge>. Until then nobody is signed in here either.
    response.json(await mfa.signIn(request, response, user, { method: 'password' }));
  });

  // Checks the origin and the CSRF token; a restricted session or one that needs a step-up may sign out through the kit's own call.
  app.post('/logout', mfa.require({ aal: 1 }), async (request, response) => {
    await mfa.signOut(request, response);
    request.session.destroy(() => {
      response.clearCookie('acme-shop').status(204).end();
    });
  });

  app.get('/basket', mfa.require({ aal: 1 }), (request, response) => {
    response.json({ of: request.session.userId, basket: request.session.basket ?? [] });
  });
  app.post('/basket', mfa.require({ aal: 1 }), express.json(), (request, response) => {
    const { item } = request.body as { item?: unknown };
    request.session.basket = [...(request.session.basket ?? []), String(item)];
    response.status(204).end();
  });
  app.post('/pay', mfa.require({ within: '5m' }), (request, response) => {
    response.json({ paid: request.session.basket ?? [] });
  });

  return { app, mfa };
}
