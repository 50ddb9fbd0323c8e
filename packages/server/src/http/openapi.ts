import { z, type ZodType } from 'zod';
import { ok } from '../api/call.ts';
import { STATUS_OF_CODE, type ProblemCode } from '../api/problem.ts';
import { sessionView } from '../sessions/session-view.ts';
import { route, type LimitName, type Route } from '../api/route.ts';

/** Limits that lock for good what they are of. */
const LOCKING: ReadonlySet<string> = new Set(['authenticator', 'recovery-codes']);

/** Limits that change no answer: what they would tell is whether somebody has an account (rules B5, L4). */
const UNTOLD: ReadonlySet<LimitName> = new Set(['recovery-asks', 'recovery-mails']);

/** Codes that follow from what a route declares, so that no declaration has to repeat them. */
function impliedCodes(declared: Route): readonly ProblemCode[] {
  const changing = declared.method !== 'GET';
  const parameterised = declared.path.includes(':');
  return [
    ...(changing
      ? (['cross_site', 'unsupported_media_type', 'validation_failed', 'payload_too_large'] as const)
      : []),
    ...(changing && declared.authentication !== 'begins' ? (['csrf_failed'] as const) : []),
    ...(declared.authentication === 'session' ? (['session_required', 'challenge_required'] as const) : []),
    ...(declared.authentication === 'challenge' ? (['session_required', 'challenge_expired'] as const) : []),
    ...(isClosedToRestricted(declared) ? (['enrolment_required'] as const) : []),
    ...(declared.freshness === 'none' ? [] : (['step_up_required'] as const)),
    ...(declared.limits.some((limit) => !UNTOLD.has(limit)) ? (['too_many_attempts'] as const) : []),
    ...(declared.limits.some((limit) => LOCKING.has(limit)) ? (['factor_locked'] as const) : []),
    ...(declared.overdue ? (['mfa_required'] as const) : []),
    ...(declared.permits ? (['forbidden'] as const) : []),
    ...(parameterised ? (['not_found'] as const) : []),
    ...(declared.query ? (['validation_failed'] as const) : []),
    'unavailable',
  ];
}

/** What may ask for a fresh proof is closed too: the restricted session has none to give. */
const isClosedToRestricted = ({ restricted, authentication, freshness }: Route): boolean =>
  (restricted === 'closed' && authentication !== 'begins') ||
  freshness === 'fresh' ||
  typeof freshness === 'function';

/** Every code that a route may answer with. */
export function codesOf(declared: Route): readonly ProblemCode[] {
  return [...new Set([...impliedCodes(declared), ...(declared.errors ?? [])])].sort();
}

/** The document names its dialect once; each schema need not. */
function jsonSchema(schema: ZodType, io: 'input' | 'output'): unknown {
  const { $schema: dialect, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
  return dialect === undefined ? undefined : rest;
}

function refusals(codes: readonly ProblemCode[]): Record<string, unknown> {
  const byStatus = Map.groupBy(codes, (code) => STATUS_OF_CODE[code]);
  return Object.fromEntries(
    [...byStatus]
      .sort(([one], [other]) => one - other)
      .map(([status, sharing]) => [
        String(status),
        {
          description: sharing.join(', '),
          content: {
            'application/problem+json': {
              schema: {
                allOf: [
                  { $ref: '#/components/schemas/Problem' },
                  { properties: { code: { enum: sharing } } },
                ],
              },
            },
          },
        },
      ]),
  );
}

function operation(declared: Route): Record<string, unknown> {
  const parameters = parametersOf(declared);
  return {
    summary: declared.summary,
    operationId: `${declared.method.toLowerCase()}${declared.path.replace(/[/:.-]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    ...(parameters.length > 0 && { parameters }),
    ...(declared.body && {
      requestBody: {
        // Where `{}` will do, nothing at all will do too.
        required: !declared.body.safeParse({}).success,
        content: { 'application/json': { schema: jsonSchema(declared.body, 'input') } },
      },
    }),
    security: securityOf(declared),
    responses: {
      [String(declared.answer.status)]: { description: 'Done', ...contentOf(declared.answer) },
      ...refusals(codesOf(declared)),
    },
    'x-authentication': declared.authentication,
    'x-freshness': typeof declared.freshness === 'function' ? declared.freshnessNote : declared.freshness,
    'x-restricted-session': declared.restricted,
    'x-limits': declared.limits,
    'x-audit': Array.isArray(declared.audit) ? declared.audit : [],
  };
}

/** A file that is no JSON is text, whatever is in it. */
function contentOf({ schema, attachment = 'application/json' }: Route['answer']): Record<string, unknown> {
  if (attachment === 'text/csv') return { content: { [attachment]: { schema: { type: 'string' } } } };
  return schema ? { content: { [attachment]: { schema: jsonSchema(schema, 'output') } } } : {};
}

function parametersOf({ path, query }: Route): readonly unknown[] {
  const named = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
  const shape = query && z.toJSONSchema(query, { io: 'input', target: 'draft-2020-12' });
  return [
    ...named.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...Object.entries(shape?.properties ?? {}).map(([name, schema]) => ({
      name,
      in: 'query',
      required: shape?.required?.includes(name) === true,
      schema,
    })),
  ];
}

function securityOf({ authentication, method }: Route): readonly Record<string, readonly string[]>[] {
  const csrf = method === 'GET' ? {} : { csrf: [] };
  switch (authentication) {
    case 'session':
      return [{ session: [], ...csrf }];
    case 'challenge':
      return [
        { pending: [], ...csrf },
        { session: [], ...csrf },
      ];
    case 'anyone':
      return method === 'GET' ? [{}] : [{}, { session: [], ...csrf }, { pending: [], ...csrf }];
    case 'begins':
      return [{}];
  }
}

/** What the document says beside the routes. */
export interface DocumentSettings {
  readonly publicUrl: string;
  readonly basePath: string;
}

/** The OpenAPI 3.1 document, made from the declarations that guard and validate. */
export function openApiDocument(
  routes: readonly Route[],
  { publicUrl, basePath }: DocumentSettings,
): unknown {
  const secure = publicUrl.startsWith('https:');
  const cookie = (name: string): unknown => ({
    type: 'apiKey',
    in: 'cookie',
    name: `${secure ? '__Host-' : ''}mfa-${name}`,
  });
  const paths = Map.groupBy(routes, ({ path }) => path.replace(/:(\w+)/g, '{$1}'));
  return {
    openapi: '3.1.0',
    info: { title: 'mfa-kit', version: '0.1.0', license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: `${publicUrl}${basePath}` }],
    paths: Object.fromEntries(
      [...paths].map(([path, sharing]) => [
        path,
        Object.fromEntries(sharing.map((declared) => [declared.method.toLowerCase(), operation(declared)])),
      ]),
    ),
    components: {
      schemas: { Problem: jsonSchema(problem, 'output') },
      securitySchemes: {
        session: cookie('session'),
        pending: cookie('pending'),
        csrf: {
          type: 'apiKey',
          in: 'header',
          name: 'X-MFA-CSRF',
          description: 'The csrf value of the session view',
        },
      },
    },
  };
}

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(STATUS_OF_CODE) as [ProblemCode, ...ProblemCode[]]),
  requestId: z.string(),
  retryAfter: z.int().optional(),
  stepUp: z.object({ methods: z.array(z.string()), maxAge: z.int(), action: z.string() }).optional(),
  requirement: sessionView.shape.requirement,
  unknownCredential: z.literal(true).optional(),
  fields: z.array(z.object({ path: z.string(), code: z.string() })).optional(),
});

/** `GET /openapi.json`: the router describes itself, this route included. */
export function withOpenApi(routes: readonly Route[], settings: DocumentSettings): readonly Route[] {
  const described: Route[] = [...routes];
  described.push(
    route({
      method: 'GET',
      path: '/openapi.json',
      summary: 'This description',
      authentication: 'anyone',
      restricted: 'open',
      freshness: 'none',
      limits: [],
      audit: { none: 'reads only' },
      answer: { status: 200, schema: z.looseObject({}) },
      handle: () => Promise.resolve(ok(openApiDocument(described, settings))),
    }),
  );
  return described;
}
