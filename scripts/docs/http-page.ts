import { limitsOf, shapeOf, type Schema } from './schema-shape.ts';
import type { OpenApi, Operation } from './openapi.ts';

/** Headings by the first word of a path. A new word needs one: a reader looks for the feature, not for the path. */
const HEADINGS: Readonly<Record<string, string>> = {
  session: 'Session, sign-in, sign-out',
  'sign-in': 'Session, sign-in, sign-out',
  'sign-out': 'Session, sign-in, sign-out',
  'passkey-sign-in': 'Session, sign-in, sign-out',
  sessions: 'Sessions',
  devices: 'Remembered devices',
  challenge: 'Challenge: the second half of a sign-in, and step-up',
  factors: 'Factors',
  totp: 'Authenticator apps',
  passkeys: 'Passkeys',
  'recovery-codes': 'Recovery codes',
  recovery: 'Account recovery',
  activity: 'Security activity',
  'activity.csv': 'Security activity',
  'activity.json': 'Security activity',
  admin: 'Administration',
  'openapi.json': 'Description',
};

const CALLERS: Readonly<Record<Operation['x-authentication'], string>> = {
  anyone: 'anyone; cookies are looked at, none is needed',
  begins: 'anyone; it begins something, so no CSRF token is asked for',
  challenge: 'a pending sign-in, or a session that steps up',
  session: 'a session',
};

const FRESHNESS: Readonly<Record<string, string>> = {
  fresh: 'a factor within `freshWithin` (for people without one, the password)',
  enrol:
    'a factor within `freshWithin` (for people without one, the password); the restricted session needs none',
};

/** Codes that follow from the other lines of a call; what follows from what stands once, above all calls. */
const IMPLIED: ReadonlySet<string> = new Set([
  'unavailable',
  'validation_failed',
  'payload_too_large',
  'unsupported_media_type',
  'cross_site',
  'csrf_failed',
  'session_required',
  'challenge_required',
  'challenge_expired',
  'enrolment_required',
  'step_up_required',
  'too_many_attempts',
  'factor_locked',
]);

/** Longer shapes stand in a block below the call. */
const LONGEST_IN_LINE = 100;

/** The calls of the router, by feature, in the order in which they are declared. */
export function httpPage({ paths }: OpenApi): string {
  const calls = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ path, method, operation })),
  );
  const view = paths['/session']?.['get'] && answerOf(paths['/session']['get']).schema;
  const byHeading = Map.groupBy(calls, ({ path }) => headingOf(path));
  return [...byHeading]
    .map(([heading, group]) =>
      [
        `## ${heading}`,
        ...group.map(({ path, method, operation }) => section(path, method, operation, view)),
      ].join('\n\n'),
    )
    .join('\n\n');
}

function headingOf(path: string): string {
  const word = path.split('/')[1] ?? '';
  const heading = HEADINGS[word];
  if (heading === undefined)
    throw new Error(`docs/http.md has no heading for /${word}; give it one in http-page.ts`);
  return heading;
}

/** An answer: the shape of a document, or what kind of file it is. */
interface AnswerOf {
  readonly status: string;
  readonly schema: Schema | undefined;
  readonly file: string | undefined;
}

function answerOf({ responses }: Operation): AnswerOf {
  const [status = '', response] = Object.entries(responses).find(([status]) => status.startsWith('2')) ?? [];
  const schema = response?.content?.['application/json']?.schema;
  const file = Object.keys(response?.content ?? {}).find((type) => type !== 'application/json');
  return { status, schema, file };
}

function section(path: string, method: string, operation: Operation, view: Schema | undefined): string {
  const { status, schema, file } = answerOf(operation);
  const body = operation.requestBody?.content?.['application/json']?.schema;
  const freshness = operation['x-freshness'];
  const answer = file === undefined ? answerText(path, schema, view) : { inLine: `a file, \`${file}\`` };
  const query = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
  const lines = [
    ...list(
      'After the question mark',
      query.map(({ name }) => name),
    ),
    ...(body && Object.keys(body.properties ?? {}).length > 0
      ? [`Body: ${[`\`${shapeOf(body)}\``, ...limitsOf(body)].join('; ')}`]
      : []),
    `Answer: ${status}${answer.inLine === '' ? '' : ` ${answer.inLine}`}`,
    `Who: ${CALLERS[operation['x-authentication']]}`,
    ...(freshness === 'none' ? [] : [`Proven lately: ${FRESHNESS[freshness] ?? freshness}`]),
    ...(operation['x-restricted-session'] === 'closed' ? ['Closed to the restricted session'] : []),
    ...list('Counts against', operation['x-limits']),
    ...list('Refused also with', refusalsOf(operation)),
    ...list('Audit', operation['x-audit']),
  ];
  return [
    `### \`${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}\``,
    `${operation.summary}.`,
    lines.map((line) => `- ${line}`).join('\n'),
    ...(answer.block === undefined ? [] : [`\`\`\`ts\n${answer.block}\n\`\`\``]),
  ].join('\n\n');
}

function answerText(
  path: string,
  schema: Schema | undefined,
  view: Schema | undefined,
): { inLine: string; block?: string } {
  if (schema === undefined) return { inLine: '' };
  const shape = shapeOf(schema);
  const viewShape = view && shapeOf(view);
  if (path === '/session')
    return {
      inLine: 'the session view',
      block: `type time = string; // ISO 8601, UTC\ntype SessionView = ${shape};`,
    };
  if (shape === viewShape) return { inLine: 'the [session view](#get-session)' };
  if (shape === '{}') return { inLine: path === '/openapi.json' ? 'a document' : '`{}`' };
  const text = viewShape === undefined ? shape : shape.replace(viewShape, 'SessionView');
  return text.length > LONGEST_IN_LINE
    ? { inLine: 'as below', block: `type Answer = ${text};` }
    : { inLine: `\`${text}\`` };
}

function refusalsOf({ responses }: Operation): readonly string[] {
  return Object.entries(responses)
    .flatMap(([status, { description }]) => (status.startsWith('2') ? [] : description.split(', ')))
    .filter((code) => !IMPLIED.has(code));
}

function list(title: string, words: readonly string[]): readonly string[] {
  return words.length === 0 ? [] : [`${title}: ${words.map((word) => `\`${word}\``).join(', ')}`];
}
