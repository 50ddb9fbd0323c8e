import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Origin } from '../activity/journal.ts';
import { CLEARED_AT_SIGN_OUT, type LiveSession } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { Requirements } from '../policy/requirements.ts';
import type { Log } from '../ports/log.ts';
import { assertPerson } from '../ports/host-answers.ts';
import type { User } from '../ports/users.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { viewOf, type SessionView } from '../sessions/session-view.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import { demandOf, type NamedAction, type Requirement } from '../step-up/actions.ts';
import type { Demand } from '../step-up/freshness-check.ts';
import type { StepUp } from '../step-up/step-up.ts';
import type { Guards } from './guards.ts';
import { asProblem, sendProblem } from './problem-response.ts';
import { assertCsrf, assertSameSite, changesState } from './request-checks.ts';

/** What the host calls from its own routes. */
export interface HostSide {
  /**
   * Express middleware: lets a request through, or answers it with problem details. Checks origin and CSRF token on unsafe methods.
   *
   * @throws ConfigurationError for an action that is not configured and brings no window.
   */
  require(requirement?: Requirement): RequestHandler;
  /** The session view of a request, or `undefined` when nobody is signed in. Changes nothing. */
  session(request: Request): Promise<SessionView | undefined>;
  /**
   * For hosts that check the first half themselves: call it when the person is proven, and send the view it gives (rule S6).
   * The cookies are set on the response.
   *
   * @param options.method How the first half was proven. Whatever a host does itself counts as the password does: as one factor.
   * A page of another site must not be able to sign people in with its own account: check the origin, or a state of your own, before.
   *
   * @throws Problem `invalid_credentials` for a disabled person.
   */
  signIn(
    request: Request,
    response: Response,
    user: User,
    options: { method: 'password' },
  ): Promise<SessionView>;
  /**
   * For hosts with a sign-out of their own: ends the kit's session of a request, or a pending sign-in, and clears its cookies. The answer
   * has the browser clear the origin's cache and storage, as that of the kit's own sign-out, unless the host has set `Clear-Site-Data` on it.
   * The browser stays remembered. Whoever is nobody may sign out too.
   */
  signOut(request: Request, response: Response): Promise<void>;
}

/**
 * The pattern and not the path: what stands in its place may be as long, and as secret, as a caller likes (rule K6). So what a router is
 * mounted under is left out: Express knows it only as it was sent.
 */
function actionOf(request: Request): string {
  const { path } = (request.route ?? {}) as { path?: unknown };
  return typeof path === 'string' ? `${request.method} ${path}` : request.method;
}

export function createHostSide(ports: {
  guards: Guards;
  sessions: Sessions;
  signIn: SignIn;
  stepUp: StepUp;
  requirements: Requirements;
  requestOrigin: (request: Request) => Origin;
  origins: readonly string[];
  actions: Readonly<Record<string, NamedAction>>;
  logger: Log;
}): HostSide {
  const { guards, sessions, signIn, stepUp, requirements, requestOrigin, origins, actions, logger } = ports;

  async function admit(
    request: Request,
    response: Response,
    origin: Origin,
    demand: Omit<Demand, 'action'> & { readonly action?: string },
  ): Promise<LiveSession> {
    if (changesState(request)) assertSameSite(request, origins);
    const identity = await guards.identify(request, origin.now);
    guards.setCookies(response, identity.dead, origin.now);
    if (changesState(request)) assertCsrf(request, identity);
    guards.assertAuthenticated('session', identity);
    const { session } = identity;
    if (!session) throw new Problem('session_required');
    guards.assertUnrestricted(session);
    const action = demand.action ?? actionOf(request);
    await requirements.assertMet(session, action, origin);
    // It would run the handler of GET, and so open the action without using the proof up, or use the proof up for nothing (rule B4).
    if (demand.singleUse === true && request.method === 'HEAD')
      throw new Problem('not_found', { reason: 'a single use is not for HEAD' });
    await stepUp.assertSatisfies(session, { ...demand, action }, origin);
    return session;
  }

  return {
    require: (requirement = {}) => {
      const demand = demandOf(requirement, actions);
      return (request: Request, response: Response, next: NextFunction): void => {
        const origin = requestOrigin(request);
        admit(request, response, origin, demand).then(
          () => {
            next();
          },
          (error: unknown) => {
            const problem = asProblem(error);
            const { code, status, details } = problem;
            logger[status >= 500 ? 'error' : 'info'](
              {
                requestId: origin.requestId,
                route: actionOf(request),
                status,
                code,
                reason: details.reason,
                err: details.cause,
              },
              'refused',
            );
            response.set({ 'Cache-Control': 'no-store', 'X-Request-Id': origin.requestId });
            sendProblem(response, problem, origin.requestId);
          },
        );
      };
    },

    async session(request) {
      const { session } = await guards.identify(request, requestOrigin(request).now);
      return session && viewOf({ session }, sessions.limits.idle);
    },

    async signIn(request, response, user, { method }) {
      // For hosts in JavaScript: what the audit and the session say was proven must be what was.
      if ((method as string) !== 'password') throw new TypeError(`mfa.signIn: unknown method ${method}`);
      assertPerson('mfa.signIn()', user);
      const origin = requestOrigin(request);
      const identity = await guards.identify(request, origin.now);
      const { view, cookies } = await signIn.begin(user, origin, identity);
      guards.setCookies(response, { ...identity.dead, ...cookies }, origin.now, { redirects: true });
      return view;
    },

    async signOut(request, response) {
      const origin = requestOrigin(request);
      const identity = await guards.identify(request, origin.now);
      await signIn.signOut(identity, origin);
      guards.setCookies(response, { session: null, pending: null }, origin.now);
      for (const [name, value] of Object.entries(CLEARED_AT_SIGN_OUT))
        if (!response.hasHeader(name)) response.set(name, value);
    },
  };
}
