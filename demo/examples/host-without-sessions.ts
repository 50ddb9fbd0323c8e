import express, { type Express } from 'express';
import { createMfa, type Mfa, type MfaConfiguration } from '@mfa-kit/server';
import { checkPassword, users } from './example-people.ts';

/** A host without sessions of its own: the kit's are enough. It asks who is there, request by request, and keeps nothing itself. */
export async function hostWithoutSessions(
  configuration: Pick<MfaConfiguration, 'publicUrl' | 'database' | 'keys' | 'keyProvider' | 'clock'>,
): Promise<{ readonly app: Express; readonly mfa: Mfa }> {
  const mfa = await createMfa({
    ...configuration,
    serviceName: 'Acme Shop',
    // With `verifyPassword`, the kit's own POST /mfa/sign-in and <mfa-sign-in> are the whole way in.
    users: { ...users, verifyPassword: checkPassword },
  });
  const app = express();
  app.use('/mfa', mfa.router);

  app.get('/orders', mfa.require({ aal: 1 }), async (request, response) => {
    const view = await mfa.session(request);
    response.json({ of: view?.user?.id, orders: [] });
  });
  app.post('/pay', mfa.require({ within: '5m' }), (_request, response) => {
    response.json({ paid: true });
  });

  return { app, mfa };
}
