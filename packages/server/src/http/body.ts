import { json, type Request, type RequestHandler, type Response } from 'express';
import type { ZodType } from 'zod';
import { Problem, type FieldProblem } from '../api/problem.ts';

/** After inflation, so that a small archive cannot become a large text. */
const LIMIT_BYTES = 64 * 1024;
/** The deepest body of the API has three levels; JSON that nests further is an attack on whoever walks it. */
const DEEPEST = 16;

// The content type was checked before; here everything is read as JSON.
const readJson: RequestHandler = json({ limit: LIMIT_BYTES, type: () => true, strict: false });

interface BodyParserError {
  readonly type?: string;
  readonly status?: number;
}

/** Without the error itself as cause: it carries the body, and its message a piece of it, and both would end up in the log (rule K6). */
function problemOf(error: unknown): Problem {
  const { type: reason = 'unreadable body', status } = error as BodyParserError;
  if (status === 413) return new Problem('payload_too_large', { reason });
  if (status === 415) return new Problem('unsupported_media_type', { reason });
  return new Problem('validation_failed', { reason });
}

function assertShallow(body: unknown): void {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw new Problem('validation_failed', { reason: 'nested too deeply' });
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? (Object.values(value) as unknown[]) : [],
    );
  }
}

/** A host that reads bodies itself may allow more than the kit does. */
function assertSmall(body: unknown): void {
  if (Buffer.byteLength(JSON.stringify(body)) > LIMIT_BYTES) throw new Problem('payload_too_large');
}

/** What announces itself as too large is not waited for: the parser would read all of it before it says so. */
function assertAnnouncedSmall(request: Request): void {
  if (Number(request.get('content-length') ?? 0) > LIMIT_BYTES) {
    throw new Problem('payload_too_large', { reason: 'announced' });
  }
}

/**
 * Reads the body as JSON. One that the host has read already is taken as it is.
 *
 * @throws Problem `validation_failed`, `payload_too_large`, `unsupported_media_type`
 */
export async function readBody(request: Request, response: Response): Promise<unknown> {
  if (request.body !== undefined) assertSmall(request.body);
  else {
    assertAnnouncedSmall(request);
    await new Promise<void>((resolve, reject) => {
      readJson(request, response, (error?: unknown) => {
        if (error === undefined || error === null) resolve();
        else reject(problemOf(error));
      });
    });
  }
  // No body at all is an empty one; `null` is a value, for the schema to judge.
  const body: unknown = request.body === undefined ? {} : request.body;
  assertShallow(body);
  return body;
}

/**
 * Holds a body against the schema that its route declares.
 *
 * @throws Problem `validation_failed` naming the fields; never their values, which may be secret (rule K6).
 */
export function validate(schema: ZodType | undefined, body: unknown): unknown {
  if (!schema) {
    const empty =
      typeof body === 'object' && body !== null && !Array.isArray(body) && Object.keys(body).length === 0;
    if (!empty) throw new Problem('validation_failed', { fields: [{ path: '', code: 'unrecognized_keys' }] });
    return undefined;
  }
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue): FieldProblem => ({
    path: issue.path.map(String).join('.'),
    code: issue.code,
  }));
  throw new Problem('validation_failed', { fields });
}
