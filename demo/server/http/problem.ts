import type { ErrorRequestHandler, Response } from 'express';

/** The refusals of the host's own API; statuses and codes are the kit's, so that a page handles both alike. */
const TITLES = {
  validation_failed: [400, 'The request is not of the declared shape'],
  invalid_credentials: [401, 'The password is not right'],
  forbidden: [403, 'Not allowed for this account or from this place'],
  cross_site: [403, 'Calls from other sites are refused'],
  not_found: [404, 'There is nothing here'],
  conflict: [409, 'It is there already'],
  payload_too_large: [413, 'The body is too large'],
  unsupported_media_type: [415, 'Send JSON with Content-Type: application/json'],
  too_many_attempts: [429, 'Too many wrong passwords; come again later'],
  unavailable: [503, 'Something this call needs is not available'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof TITLES;

export interface FieldProblem {
  /** Dotted; empty for the body as a whole. */
  readonly path: string;
  readonly code: string;
}

/** Thrown anywhere below a route of the host; answered as problem details (RFC 9457). */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly fields: readonly FieldProblem[] | undefined;
  /** Seconds. */
  readonly retryAfter: number | undefined;

  constructor(code: ProblemCode, fields?: readonly FieldProblem[], retryAfter?: number) {
    super(TITLES[code][1]);
    this.name = 'Problem';
    this.code = code;
    this.fields = fields;
    this.retryAfter = retryAfter;
  }
}

/** Ends the chain of a JSON API: turns what was thrown into problem details. */
export const answerProblems: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const problem = error instanceof Problem ? error : problemOf(error);
  if (problem.code === 'unavailable') console.error(error);
  answerProblem(response, problem);
};

export function answerProblem(response: Response, problem: Problem): void {
  const [status, title] = TITLES[problem.code];
  if (problem.retryAfter !== undefined) response.set('Retry-After', String(problem.retryAfter));
  response
    .status(status)
    .type('application/problem+json')
    .json({
      type: 'about:blank',
      title,
      status,
      code: problem.code,
      requestId: response.getHeader('X-Request-Id'),
      ...(problem.fields && { fields: problem.fields }),
      ...(problem.retryAfter !== undefined && { retryAfter: problem.retryAfter }),
    });
}

/** What Express and its body parser throw carries a status; everything else is a fault of ours. */
function problemOf(error: unknown): Problem {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  if (status === 413) return new Problem('payload_too_large');
  if (status === 415) return new Problem('unsupported_media_type');
  if (typeof status === 'number' && status >= 400 && status < 500) return new Problem('validation_failed');
  return new Problem('unavailable');
}
