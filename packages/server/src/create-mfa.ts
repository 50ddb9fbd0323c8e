import type { RequestHandler } from 'express';
import { pino } from 'pino';
import { createAccountRecovery } from './account-recovery/account-recovery.ts';
import { accountRecoveryRoutes } from './account-recovery/account-recovery.routes.ts';
import { cancelledRecovery, emptiedAccount } from './account-recovery/happenings.ts';
import { createRecoveryTimes } from './account-recovery/recovery.ts';
import { createRecoveryLinks } from './account-recovery/recovery-links.ts';
import { createRecoveryWork } from './account-recovery/recovery-work.ts';
import { createActivity } from './activity/activity.ts';
import { activityRoutes } from './activity/activity.routes.ts';
import { entriesOf } from './activity/journal.ts';
import { createKeeping } from './activity/keeping.ts';
import { createWorkspaceActivity } from './activity/workspace-activity.ts';
import { workspaceActivityRoutes } from './activity/workspace-activity.routes.ts';
import { createExemptions } from './administration/exemption.ts';
import { canList, createMemberList } from './administration/member-list.ts';
import { createMemberReset } from './administration/member-reset.ts';
import { memberListRoutes, membersRoutes } from './administration/members.routes.ts';
import { createPermissions } from './administration/permissions.ts';
import { createRecoveryCaseList } from './administration/recovery-case-list.ts';
import { createRecoveryCases } from './administration/recovery-cases.ts';
import { recoveryCasesRoutes } from './administration/recovery-cases.routes.ts';
import { createAdoption } from './adoption/adoption.ts';
import { adoptionRoutes } from './adoption/adoption.routes.ts';
import { countingBefore } from './adoption/counting.ts';
import { createGauges } from './adoption/gauges.ts';
import { createMetrics } from './adoption/metrics.ts';
import { readConfiguration, type MfaConfiguration, type Settings } from './configuration/configuration.ts';
import { createFactors } from './factors/factors.ts';
import { factorsRoutes } from './factors/factors.routes.ts';
import { createCookies } from './http/cookies.ts';
import { createGuards } from './http/guards.ts';
import { createHealth, type Health } from './http/health.ts';
import { createHostSide, type HostSide } from './http/host.ts';
import { createMetricsEndpoint, type MetricsEndpoint } from './http/metrics.ts';
import { withOpenApi } from './http/openapi.ts';
import { createRequestOrigin, createTrust } from './http/request-origin.ts';
import { createRouter } from './http/router.ts';
import { createWellKnown } from './http/well-known.ts';
import { createJobs, type Jobs } from './jobs/jobs.ts';
import { createLanguageChoice } from './notifications/languages/choose-language.ts';
import { createOutbox } from './notifications/outbox.ts';
import { createWebhooks, type Webhooks } from './notifications/webhooks/webhooks.ts';
import { createReadiness } from './operating/readiness.ts';
import { createShutDown, type ShutDown } from './operating/shut-down.ts';
import { tracedHasher, tracedMailer, tracedStore } from './operating/traced.ts';
import { openTracing } from './operating/tracing.ts';
import { createUnderWay } from './operating/under-way.ts';
import { createCeremonies } from './passkeys/ceremonies.ts';
import { createPasskeyEnrolment } from './passkeys/passkey-enrolment.ts';
import { createPasskeys } from './passkeys/passkeys.ts';
import { passkeysRoutes } from './passkeys/passkeys.routes.ts';
import type { RelyingParty } from './passkeys/relying-party.ts';
import { createPolicies } from './policy/policies.ts';
import { policyRoutes } from './policy/policy.routes.ts';
import { createReminders } from './policy/reminders.ts';
import { createRequirements } from './policy/requirements.ts';
import { followClock, type FollowingClock } from './ports/clock-of-database.ts';
import { systemClock, type Clock } from './ports/clock.ts';
import { argon2Hasher } from './ports/hasher.ts';
import {
  assertId,
  checkedAuthorize,
  checkedClock,
  checkedHasher,
  checkedUsers,
} from './ports/host-answers.ts';
import { createLog } from './ports/log.ts';
import { systemNetwork } from './ports/network.ts';
import { canRecover } from './ports/recovery-users.ts';
import { createRememberedDevices } from './remembered-devices/remembered-devices.ts';
import { rememberedDevicesRoutes } from './remembered-devices/remembered-devices.routes.ts';
import { createRecoveryCodes } from './recovery-codes/recovery-codes.ts';
import { recoveryCodesRoutes } from './recovery-codes/recovery-codes.routes.ts';
import { assertKeysFit } from './keys/key-care.ts';
import { openKeyRing } from './secrets/key-ring.ts';
import { createPlaces } from './sessions/places.ts';
import { sessionEnded } from './sessions/session-ended.ts';
import { createSessionList } from './sessions/session-list.ts';
import { createSessions } from './sessions/sessions.ts';
import { sessionsRoutes } from './sessions/sessions.routes.ts';
import { createChallenge } from './sign-in/challenge.ts';
import { createCompletion } from './sign-in/completion.ts';
import { createPasskeyChallenge } from './sign-in/passkey-challenge.ts';
import { passkeySignInRoutes } from './sign-in/passkey-sign-in.routes.ts';
import { createSignIn } from './sign-in/sign-in.ts';
import { signInRoutes } from './sign-in/sign-in.routes.ts';
import { createStepUp } from './step-up/step-up.ts';
import { openStoreAlone } from './store/open-store.ts';
import { createAddressLimits } from './throttling/address-limits.ts';
import { createAttempts } from './throttling/attempts.ts';
import { createTotpEnrolment } from './totp/totp-enrolment.ts';
import { createTotpFactors } from './totp/totp-factors.ts';
import { totpRoutes } from './totp/totp.routes.ts';
import type { Route } from './api/route.ts';

/** Closing waits no longer for requests that are being answered, in milliseconds. */
const LONGEST_REQUEST = 10_000;

/** How long a recovery by mail waits, unless it is configured (rule R1). */
const RECOVERY_WAIT = 72 * 3_600_000;

/** The kit, as a host holds it. */
export interface Mfa extends HostSide, ShutDown {
  /** Mount it at the configured `basePath`. */
  readonly router: RequestHandler;
  /** Mount it at the root: what browsers and password managers look for under `/.well-known`. */
  readonly wellKnown: RequestHandler;
  /** What the router was made from; for reading, as the structural tests do. */
  readonly routes: readonly Route[];
  readonly jobs: Jobs;
  /**
   * Numbers for Prometheus, as a handler to mount where only the monitoring gets to, and as `text()`. Never make it public: it names nobody, but
   * tells how an attack is going.
   */
  readonly metrics: MetricsEndpoint;
  readonly health: Health;
  /**
   * Tell the kit that a password was changed: sessions, sign-ins begun and remembered devices end (rule S5).
   *
   * @param keep The request in which the person changed it; its session goes on.
   */
  passwordChanged(userId: string, keep?: Parameters<HostSide['session']>[0]): Promise<void>;
  /** Tell the kit that a person is gone: everything stored about them goes, but the audit. */
  userDeleted(userId: string): Promise<void>;
  /**
   * Waits for the requests that are being answered, ten seconds at most, and for the jobs that run, and closes database and mailer. What is still to be sent
   * stays in the database for the next process. `shutDown` does the rest of an end in good order, and this.
   */
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
  const { publicUrl, basePath, serviceName, freshWithin } = settings;
  const users = checkedUsers(settings.users);
  const authorize = checkedAuthorize(settings.authorize);
  const tracing = await openTracing(createTrust(settings.trustedProxies));
  const hasher = tracedHasher(settings.hasher ? checkedHasher(settings.hasher) : argon2Hasher(), tracing);
  const logger = createLog(settings.logger ?? pino({ name: 'mfa', level: 'warn' }));
  const chooseLanguage = createLanguageChoice(settings.mails.languages);

  const ring = await openKeyRing(settings.keys, settings.keyProvider);
  const metrics = createMetrics();
  const store = tracedStore(
    openStoreAlone(settings.database, 'a server', metrics.heard),
    settings.database,
    tracing,
  );
  let following: FollowingClock | undefined;
  let clock: Clock;
  let webhooks: Webhooks;
  try {
    following = !settings.clock && store.time ? await followClock(store.time) : undefined;
    clock = settings.clock ? checkedClock(settings.clock) : (following ?? systemClock);
    await store.migrate(clock.now());
    await assertKeysFit(store, ring, clock);
    await store.noteAskedRoles([...settings.policy.roles, ...settings.policy.phishingResistantRoles]);
    webhooks = createWebhooks({
      store,
      endpoints: settings.webhooks,
      network: systemNetwork,
      clock,
      logger,
      tracing,
    });
    await webhooks.start();
  } catch (error) {
    following?.stop();
    await store.close();
    throw error;
  }

  const devices = createRememberedDevices(
    store,
    settings.rememberDevices ? settings.rememberDevices.for : undefined,
  );
  const requirements = createRequirements({ store, settings: settings.policy });
  const sessions = createSessions({
    store,
    users,
    limits: settings.sessions,
    rememberDevice: devices.allowed,
    requirements,
  });
  const places = createPlaces(settings.placeLookup, logger);
  const sessionList = createSessionList({ store, sessions, places });
  const attempts = createAttempts(store);
  const recoveryCodes = createRecoveryCodes({ store, hasher, ring });
  const signIn = createSignIn({ store, users, sessions, devices, requirements });
  const completion = createCompletion({ store, sessions, devices });
  const challenge = createChallenge({ store, users, ring, attempts, completion, recoveryCodes, logger });
  const party = relyingPartyOf(settings);
  const ceremonies = createCeremonies(store, party);
  const passkeyChallenge = createPasskeyChallenge({ store, users, sessions, ceremonies, completion, party });
  const passkeyEnrolment = createPasskeyEnrolment({ store, ceremonies, party, sessions, recoveryCodes });
  const passkeys = createPasskeys({ store, sessions, party });
  const totpEnrolment = createTotpEnrolment({ store, ring, sessions, attempts, recoveryCodes, serviceName });
  const totpFactors = createTotpFactors({ store, sessions });
  const activity = createActivity({ store, places });
  const workspaceActivity = createWorkspaceActivity({ store, places, users, authorize });

  const times = createRecoveryTimes(settings.accountRecovery ? settings.accountRecovery.wait : RECOVERY_WAIT);
  const recoverable = settings.accountRecovery !== false && canRecover(users) ? users : undefined;
  const recovery =
    recoverable && createAccountRecovery({ store, users: recoverable, ring, attempts, completion, times });
  const recoveries =
    recoverable && createRecoveryWork({ store, users: recoverable, ring, clock, times, logger });

  const permissions = createPermissions({ users, authorize });
  const policies = createPolicies({
    store,
    users,
    authorize,
    settings: settings.policy,
  });
  const caseList = createRecoveryCaseList({ store, users, permissions, ring });
  const cases =
    recoverable && createRecoveryCases({ store, users: recoverable, permissions, list: caseList, times });
  const memberReset = createMemberReset({ store, sessions, permissions, emptied: emptiedAccount });
  const exemptions = createExemptions({ store, permissions });
  const members = canList(users) && createMemberList({ store, users, permissions, requirements, ring });

  const routes = withOpenApi(
    [
      ...signInRoutes(signIn, challenge, sessions.limits.idle),
      ...passkeySignInRoutes(passkeyChallenge),
      ...sessionsRoutes(sessionList),
      ...rememberedDevicesRoutes(devices),
      ...factorsRoutes(createFactors({ store, sessions })),
      ...passkeysRoutes(passkeyEnrolment, passkeys, sessions.limits.idle),
      ...totpRoutes(totpEnrolment, totpFactors, sessions.limits.idle),
      ...recoveryCodesRoutes(recoveryCodes),
      ...(recovery ? accountRecoveryRoutes(recovery) : []),
      ...(cases ? recoveryCasesRoutes(caseList, cases, times) : []),
      ...policyRoutes(policies),
      ...(members ? memberListRoutes(members) : []),
      ...membersRoutes(memberReset, exemptions),
      ...activityRoutes(activity),
      ...workspaceActivityRoutes(workspaceActivity),
      ...adoptionRoutes(createAdoption({ store, authorize })),
    ],
    { publicUrl, basePath },
  );

  const underWay = createUnderWay();
  const readiness = createReadiness(() => store.isUpToDate());
  const requestOrigin = createRequestOrigin(clock, settings.trustedProxies);
  const passwordCanBeAsked = users.verifyPassword !== undefined;
  const guards = createGuards({ cookies: createCookies(publicUrl), sessions });
  const addresses = createAddressLimits(store);
  const stepUp = createStepUp({ store, passwordCanBeAsked });
  const { origins } = party;
  const { actions } = settings;
  const host = createHostSide({
    guards,
    sessions,
    signIn,
    stepUp,
    requirements,
    requestOrigin,
    origins,
    actions,
    logger,
  });
  const mailer = settings.mailer && tracedMailer(settings.mailer, tracing);
  const makeLinks = createRecoveryLinks({ store, clock, publicUrl });
  const sender = { serviceName, contact: settings.mails.contact };
  const outbox =
    mailer &&
    createOutbox({ store, mailer, users, clock, logger, sender, chooseLanguage, makeLinks, places });
  const gauges = createGauges({
    registry: metrics.registry,
    store,
    hasher,
    clock,
    machine: following && systemClock,
    currentKey: ring.current,
    aliveAt: (now) => sessions.aliveAt(now),
    logger,
  });
  const keeping = countingBefore(createKeeping(store, settings.audit), store, settings.audit.retention);
  const reminders = createReminders({ store, users, requirements, clock, logger });
  const jobs = createJobs({
    outbox,
    lanes: webhooks.lanes,
    recoveries,
    reminders,
    store,
    keeping,
    clock,
    logger,
  });

  let closing: Promise<void> | undefined;
  async function closeAll(): Promise<void> {
    readiness.end();
    await underWay.none(LONGEST_REQUEST);
    await jobs.stop();
    await webhooks.stop();
    following?.stop();
    settings.mailer?.close?.();
    await store.close();
  }
  const close = (): Promise<void> => (closing ??= closeAll());

  return {
    ...host,
    routes,
    jobs,
    metrics: createMetricsEndpoint(metrics.registry, gauges),
    wellKnown: createWellKnown(party, {
      ...(settings.passkeys.enrollUrl !== undefined && { enroll: settings.passkeys.enrollUrl }),
      ...(settings.passkeys.manageUrl !== undefined && { manage: settings.passkeys.manageUrl }),
    }),
    router: createRouter({
      routes,
      guards,
      stepUp,
      requirements,
      addresses,
      requestOrigin,
      origins,
      logger,
      freshWithin,
      timeRequest: metrics.timeRequest,
      underWay,
      basePath,
      tracing,
    }),
    health: createHealth(readiness),
    ...createShutDown({ readiness, close, log: logger }),
    close,
    async passwordChanged(userId, keep) {
      assertId('mfa.passwordChanged()', userId);
      const origin = keep ? requestOrigin(keep) : { now: clock.now(), requestId: '', ip: '', userAgent: '' };
      const session = keep && (await guards.identify(keep, origin.now)).session;
      const kept = session?.userId === userId ? session.id : undefined;
      await store.endEverySignIn(userId, sessions.aliveAt(origin.now), kept, (ended, cancelled) => [
        ...entriesOf(origin, userId, session?.id)({ event: 'auth.password.changed', outcome: 'success' }),
        ...ended.flatMap((sessionId) =>
          sessionEnded(origin, userId, { sessionId, reason: 'password-changed', by: kept }),
        ),
        ...entriesOf(
          origin,
          userId,
          session?.id,
        )(...cancelled.map((recovery) => cancelledRecovery(recovery, 'password-changed'))),
      ]);
    },
    async userDeleted(userId) {
      assertId('mfa.userDeleted()', userId);
      await store.forgetUser(userId);
    },
  };
}

function relyingPartyOf({ publicUrl, serviceName, passkeys }: Settings): RelyingParty {
  return {
    id: passkeys.rpId ?? new URL(publicUrl).hostname,
    name: serviceName,
    origins: [publicUrl, ...passkeys.relatedOrigins],
    topOrigins: passkeys.topOrigins,
    counterAnomalies: passkeys.counterAnomalies,
  };
}
