import type { RequestHandler } from 'express';
import { pino } from 'pino';
import { entriesOf } from './activity/journal.ts';
import { readConfiguration, type MfaConfiguration } from './configuration/configuration.ts';
import { factorsRoutes } from './factors/factors.routes.ts';
import { createCookies } from './http/cookies.ts';
import { createGuards } from './http/guards.ts';
import { createHostSide, type HostSide } from './http/host.ts';
import { withOpenApi } from './http/openapi.ts';
import { createRequestOrigin } from './http/request-origin.ts';
import { createRouter } from './http/router.ts';
import { createJobs, type Jobs } from './jobs/jobs.ts';
import { createOutbox } from './notifications/outbox.ts';
import { systemClock } from './ports/clock.ts';
import { argon2Hasher } from './ports/hasher.ts';
import { createRecoveryCodes } from './recovery-codes/recovery-codes.ts';
import { recoveryCodesRoutes } from './recovery-codes/recovery-codes.routes.ts';
import { assertKeysFit } from './keys/key-care.ts';
import { openKeyRing } from './secrets/key-ring.ts';
import { createSessions } from './sessions/sessions.ts';
import { createChallenge } from './sign-in/challenge.ts';
import { createSignIn } from './sign-in/sign-in.ts';
import { signInRoutes } from './sign-in/sign-in.routes.ts';
import { openStore } from './store/open-store.ts';
import { createAttempts } from './throttling/attempts.ts';
import { createTotpEnrolment } from './totp/totp-enrolment.ts';
import { createTotpFactors } from './totp/totp-factors.ts';
import { totpRoutes } from './totp/totp.routes.ts';
import type { Route } from './api/route.ts';

/** The kit, as a host holds it. */
export interface Mfa extends HostSide {
  /** Mount it at the configured `basePath`. */
  readonly router: RequestHandler;
  /** What the router was made from; for reading, as the structural tests do. */
  readonly routes: readonly Route[];
  readonly jobs: Jobs;
  readonly health: {
    /** Whether the process is up. */
    live(): boolean;
    /** Whether it can serve: the database answers. */
    ready(): Promise<boolean>;
  };
  /**
   * Tell the kit that a password was changed: sessions, sign-ins begun and remembered devices end (rule S5).
   *
   * @param keep The request in which the person changed it; its session goes on.
   */
  passwordChanged(userId: string, keep?: Parameters<HostSide['session']>[0]): Promise<void>;
  /** Tell the kit that a person is gone: everything stored about them goes, but the audit. */
  userDeleted(userId: string): Promise<void>;
  /** Stops the jobs and closes database and mailer. */
  close(): Promise<void>;
}

/**
 * Opens the database, migrates it, checks the keys against it, and puts the features together.
 *
 * @throws ConfigurationError naming every mistake at once.
 * @throws Error when the database cannot be reached, or was written with other keys.
 */
export async function createMfa(configuration: MfaConfiguration): Promise<Mfa> {
  const settings = readConfiguration(configuration);
  const { publicUrl, basePath, serviceName, users, freshWithin } = settings;
  const clock = settings.clock ?? systemClock;
  const hasher = settings.hasher ?? argon2Hasher();
  const logger = settings.logger ?? pino({ name: 'mfa', level: 'warn' });

  const ring = await openKeyRing(settings.keys, settings.keyProvider);
  const store = openStore(settings.database);
  try {
    await store.migrate(clock.now());
    await assertKeysFit(store, ring, clock);
  } catch (error) {
    await store.close();
    throw error;
  }

  const sessions = createSessions({ store, users, ring, limits: settings.sessions });
  const attempts = createAttempts(store);
  const recoveryCodes = createRecoveryCodes({ store, hasher, ring });
  const signIn = createSignIn({ store, users, sessions });
  const challenge = createChallenge({ store, users, ring, sessions, attempts, recoveryCodes });
  const totpEnrolment = createTotpEnrolment({ store, ring, sessions, attempts, recoveryCodes, serviceName });
  const totpFactors = createTotpFactors(store);

  const routes = withOpenApi(
    [
      ...signInRoutes(signIn, challenge, sessions.limits.idle),
      ...factorsRoutes(totpFactors),
      ...totpRoutes(totpEnrolment, totpFactors, sessions.limits.idle),
      ...recoveryCodesRoutes(recoveryCodes),
    ],
    { publicUrl, basePath },
  );

  const requestOrigin = createRequestOrigin(clock, settings.trustedProxies);
  const passwordCanBeAsked = users.verifyPassword !== undefined;
  const guards = createGuards({ cookies: createCookies(publicUrl), sessions, store, passwordCanBeAsked });
  const host = createHostSide({ guards, sessions, signIn, requestOrigin, publicUrl, logger });
  const { mailer } = settings;
  const outbox = mailer && createOutbox({ store, mailer, users, clock, logger, serviceName });
  const jobs = createJobs({ outbox, store, clock, logger });

  return {
    ...host,
    routes,
    jobs,
    router: createRouter({ routes, guards, requestOrigin, publicUrl, logger, freshWithin }),
    health: {
      live: () => true,
      ready: () =>
        store.ping().then(
          () => true,
          () => false,
        ),
    },
    async passwordChanged(userId, keep) {
      const origin = keep ? requestOrigin(keep) : { now: clock.now(), requestId: '', ip: '', userAgent: '' };
      const session = keep && (await guards.identify(keep, origin.now)).session;
      const kept = session?.userId === userId ? session.tokenHash : undefined;
      const entries = entriesOf(origin, userId, session?.id);
      await store.endEverySignIn(
        userId,
        kept,
        entries({ event: 'auth.password.changed', outcome: 'success' }),
      );
    },
    userDeleted: (userId) => store.forgetUser(userId),
    async close() {
      await jobs.stop();
      settings.mailer?.close?.();
      await store.close();
    },
  };
}
