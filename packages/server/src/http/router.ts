import { Router, type ErrorRequestHandler, type Request, type Response } from 'express';
import type { Origin } from '../activity/journal.ts';
import type { Answer, Call, LiveSession } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { Route } from '../api/route.ts';
import { looksLikeId } from '../secrets/ids.ts';
import { isRestricted } from '../sessions/assurance.ts';
import { sendAttachment } from './attachment.ts';
import { readBody, validate } from './body.ts';
import type { Tracing } from '../operating/tracing.ts';
import type { UnderWay } from '../operating/under-way.ts';
import type { Requirements } from '../policy/requirements.ts';
import type { Log } from '../ports/log.ts';
import type { StepUp } from '../step-up/step-up.ts';
import type { AddressLimits } from '../throttling/address-limits.ts';
import type { Guards } from './guards.ts';
import { asProblem, sendProblem } from './problem-response.ts';
import { readQuery } from './query.ts';
import { assertCsrf, assertJson, assertSameSite, changesState } from './request-checks.ts';

export interface RouterPorts {
  readonly routes: readonly Route[];
  readonly guards: Guards;
  readonly stepUp: StepUp;
  readonly requirements: Pick<Requirements, 'assertMet'>;
  readonly addresses: AddressLimits;
  readonly requestOrigin: (request: Request) => Origin;
  /** Where the application is. */
  readonly origins: readonly string[];
  readonly logger: Log;
  /** Milliseconds; what `fresh` and `enrol` mean. */
  readonly freshWithin: number;
  /** Begins to time a request; what it gives back is told the route and the status, and tells the seconds. */
  readonly timeRequest: () => (route: string, status: number) => number;
  readonly underWay: UnderWay;
  /** Where the router is mounted, as far as it is told. */
  readonly basePath: string;
  readonly tracing: Tracing | undefined;
}

/**
 * Makes an Express router of the declared routes. What a route declares is checked here, in this order: same site, content type, CSRF,
 * authentication, query and body, ownership (404), restricted session, requirement, permission, freshness.
 */
export function createRouter(ports: RouterPorts): Router {
  // Exact paths: Express would otherwise answer /Sign-In and /sign-in/ too (rule B3).
  const router = Router({ caseSensitive: true, strict: true });
  const { basePath, tracing } = ports;
  for (const route of ports.routes) {
    const method = route.method.toLowerCase() as Lowercase<Route['method']>;
    const answer = (request: Request, response: Response): Promise<void> =>
      answerOrRefuse(ports, route, request, response);
    const declared = { method: route.method, path: `${basePath}${route.path}` };
    router[method](route.path, tracing ? tracing.ofRoute(declared, answer) : answer);
  }
  const refuseUndeclared = (request: Request, response: Response, problem: Problem): void => {
    const timed = ports.timeRequest();
    const origin = begin(ports, request, response);
    refuse(response, origin, problem);
    tell(ports, origin, 'undeclared', response.statusCode, timed('undeclared', response.statusCode), problem);
  };
  router.use((request, response) => {
    refuseUndeclared(request, response, new Problem('not_found'));
  });
  const unreadable: ErrorRequestHandler = (error: unknown, request, response, _next) => {
    // A path that cannot be decoded fails before any route is asked.
    refuseUndeclared(
      request,
      response,
      new Problem('validation_failed', { reason: 'unreadable path', cause: error }),
    );
  };
  router.use(unreadable);
  return router;
}

function begin({ requestOrigin }: RouterPorts, request: Request, response: Response): Origin {
  const origin = requestOrigin(request);
  // Not `set()`, here and below: Express looks each name and type up in tables that nothing here needs.
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Request-Id', origin.requestId);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  return origin;
}

function refuse(response: Response, { requestId }: Origin, error: unknown): Problem {
  const problem = asProblem(error);
  if (!response.headersSent) sendProblem(response, problem, requestId);
  return problem;
}

/** One line for each request. Whose it was is in the audit, under the same id, and not in a log that many read. */
function tell(
  { logger }: RouterPorts,
  { requestId }: Origin,
  route: string,
  status: number,
  seconds: number,
  problem: Problem | undefined,
): void {
  const milliseconds = Math.round(seconds * 1_000);
  if (!problem) {
    logger.info({ requestId, route, status, milliseconds }, 'answered');
    return;
  }
  const { code, details } = problem;
  logger[problem.status >= 500 ? 'error' : 'info'](
    { requestId, route, status, milliseconds, code, reason: details.reason, err: details.cause },
    'refused',
  );
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** What a route is called in logs, in the audit and in answers. */
const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

async function answerOrRefuse(
  ports: RouterPorts,
  route: Route,
  request: Request,
  response: Response,
): Promise<void> {
  const name = nameOf(route);
  const timed = ports.timeRequest();
  const origin = begin(ports, request, response);
  ports.underWay.begin();
  let problem: Problem | undefined;
  try {
    await send(request, response, await answer(ports, route, request, response, origin));
  } catch (error) {
    problem = refuse(response, origin, error);
  } finally {
    ports.underWay.end();
    const { statusCode } = response;
    tell(ports, origin, name, statusCode, timed(name, statusCode), problem);
  }
}

async function answer(
  ports: RouterPorts,
  route: Route,
  request: Request,
  response: Response,
  origin: Origin,
): Promise<Answer> {
  const { guards, origins } = ports;
  const changing = changesState(request);
  if (changing) {
    assertSameSite(request, origins);
    assertJson(request);
  }
  const { dead, ...identity } = await guards.identify(request, origin.now);
  let result: Answer | undefined;
  try {
    if (changing && route.authentication !== 'begins') assertCsrf(request, identity);
    guards.assertAuthenticated(route.authentication, { ...identity, dead });
    const query = route.query && validate(route.query, readQuery(request));
    const body = changing ? validate(route.body, await readBody(request, response)) : undefined;
    const parameters = request.params as Readonly<Record<string, string>>;
    const call: Call = { ...identity, origin, parameters, query, body };
    const permitted = await assertAllowed(ports, route, call);
    result = await withinAddressLimits(ports, route, call, permitted);
    return result;
  } finally {
    // Cookies that name nothing alive are cleared with whatever is answered, unless the handler has a better value for them.
    guards.setCookies(response, { ...dead, ...result?.cookies }, origin.now);
  }
}

/** The other limits belong to a person, whom only the handler knows. */
async function withinAddressLimits(
  { addresses }: RouterPorts,
  route: Route,
  call: Call,
  permitted: unknown,
): Promise<Answer> {
  const { limits, reserves } = route;
  const { origin } = call;
  if (limits.includes('passkey-options')) await addresses.askForPasskey(origin);
  if (!limits.includes('address')) return route.handle(call, permitted);
  return reserves
    ? addresses.signInReserving(origin, (reservation) => route.handle({ ...call, reservation }, permitted))
    : addresses.signIn(origin, () => route.handle(call, permitted));
}

/** @returns whom or what the permission was given for, where the route asks for one. */
async function assertAllowed(ports: RouterPorts, route: Route, call: Call): Promise<unknown> {
  const { guards, requirements } = ports;
  const { session, parameters, origin } = call;
  if (!session) return undefined;
  const couldBeId = route.idsOf === 'people' ? holdsNoNull : looksLikeId;
  if (!Object.values(parameters).every(couldBeId)) throw new Problem('not_found');
  await route.owns?.(session, parameters);
  if (route.restricted === 'closed') guards.assertUnrestricted(session);
  if (route.overdue === 'closed') await requirements.assertMet(session, nameOf(route), origin);
  const permitted = await route.permits?.(call);
  await assertFresh(ports, route, session, call);
  return permitted;
}

async function assertFresh(
  { guards, stepUp, freshWithin }: RouterPorts,
  route: Route,
  session: LiveSession,
  { parameters, origin }: Call,
): Promise<void> {
  const freshness =
    typeof route.freshness === 'function' ? await route.freshness(session, parameters) : route.freshness;
  if (freshness === 'none') return;
  // What asks for a proof is closed to the restricted session, which can give none; enrolling is what it is for.
  if (freshness === 'fresh') guards.assertUnrestricted(session);
  else if (isRestricted(session.proofs)) return;
  const purpose = freshness === 'fresh' ? 'step-up' : 'enrol';
  const action = nameOf(route);
  await stepUp.assertSatisfies(session, { action, aal: 'highest', within: freshWithin, purpose }, origin);
}

/** All that a database could choke on in an id of the host's. */
const holdsNoNull = (text: string): boolean => !text.includes('\0');

async function send(request: Request, response: Response, answer: Answer): Promise<void> {
  const { status, body, attachment, headers } = answer;
  if (headers) response.set(headers);
  response.status(status);
  if (attachment) await sendAttachment(request, response, attachment);
  else if (body === undefined) response.end();
  else {
    // Not `json()`: it adds an ETag, and a view of a session is nothing to revalidate.
    response.setHeader('Content-Type', JSON_TYPE);
    response.end(JSON.stringify(body));
  }
}
