import { MfaError, type MfaErrorCode, type MfaErrorDetails } from './mfa-error.js';

/** Reads a refusal (RFC 9457), of the router or of the host's own routes behind `mfa.require`. What is not one, such as a proxy's error page, becomes `unavailable` or `unexpected`. */
export async function errorOf(response: Response): Promise<MfaError> {
  const { status } = response;
  const problem = (await response.json().catch(() => null)) as ({ code?: unknown } & MfaErrorDetails) | null;
  if (typeof problem?.code !== 'string') {
    return new MfaError(status > 501 && status < 505 ? 'unavailable' : 'unexpected', { status });
  }
  return new MfaError(problem.code as MfaErrorCode, { ...problem, status });
}
