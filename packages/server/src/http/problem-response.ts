import { STATUS_CODES } from 'node:http';
import type { Response } from 'express';
import { Problem } from '../api/problem.ts';
import { viewOfRequirement } from '../sessions/session-view.ts';

/** RFC 9470: says what would be enough, to clients that speak the standard. */
function challengeHeader({ stepUp, level = 2 }: Problem['details']): string {
  return `MFA realm="mfa", error="insufficient_user_authentication", acr_values="aal${level}", max_age=${stepUp?.maxAge ?? 0}`;
}

/** Writes a refusal as problem details (RFC 9457). What the client gets is the code and its own extras; the reason stays inside. */
export function sendProblem(response: Response, problem: Problem, requestId: string): void {
  const { code, status, details } = problem;
  if (details.retryAfter !== undefined) response.set('Retry-After', String(details.retryAfter));
  if (code === 'step_up_required') response.set('WWW-Authenticate', challengeHeader(details));
  response
    .status(status)
    .type('application/problem+json')
    .end(
      JSON.stringify({
        type: `urn:mfa-kit:problem:${code}`,
        title: STATUS_CODES[status] ?? code,
        status,
        code,
        requestId,
        ...(details.retryAfter !== undefined && { retryAfter: details.retryAfter }),
        ...(details.stepUp && { stepUp: details.stepUp }),
        ...(details.requirement && { requirement: viewOfRequirement(details.requirement) }),
        ...(details.unknownCredential && { unknownCredential: true }),
        ...(details.fields && { fields: details.fields }),
      }),
    );
}

/** Anything that is no refusal is trouble of our own: nobody gets in, nothing was changed, try again (rule S8). */
export function asProblem(error: unknown): Problem {
  return error instanceof Problem
    ? error
    : new Problem('unavailable', { reason: 'unexpected', cause: error });
}
