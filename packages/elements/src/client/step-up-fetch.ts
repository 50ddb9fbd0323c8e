import { clientFor } from './http-client.js';
import type { MfaClient } from './mfa-client.js';
import type { MfaError } from './mfa-error.js';
import { errorOf } from './problem-details.js';

/**
 * `fetch` for the host's own routes behind `mfa.require`. Sends the CSRF token; where the answer is `step_up_required`, opens the
 * page's `<mfa-step-up>`, waits, and repeats the call once. When the person cancels, the refusal is answered.
 *
 * @param input as for `fetch`; must be of the same origin, since the token goes with it.
 * @param client whose session is meant; by default the one of elements without a `base-url`, at `/mfa`.
 */
export async function stepUpFetch(
  input: RequestInfo | URL,
  init?: RequestInit,
  client: MfaClient = clientFor('/mfa'),
): Promise<Response> {
  const request = new Request(input, init);
  if (new URL(request.url).origin !== location.origin)
    throw new TypeError('stepUpFetch() serves the own origin only');
  if (!client.current) await client.session();
  let response = await send(request, client);
  let refusal = await refusalOf(response);
  if (refusal?.code === 'csrf_failed') {
    await client.session();
    response = await send(request, client);
    refusal = await refusalOf(response);
  }
  if (refusal?.stepUp && (await client.stepUp(refusal.stepUp))) return send(request, client);
  return response;
}

/** A request's body can be read once: each try takes a copy. */
function send(request: Request, client: MfaClient): Promise<Response> {
  const copy = request.clone();
  const csrf = client.current?.csrf;
  if (csrf) copy.headers.set('X-MFA-CSRF', csrf);
  return fetch(copy);
}

async function refusalOf(response: Response): Promise<MfaError | undefined> {
  return response.status === 401 || response.status === 403 ? errorOf(response.clone()) : undefined;
}
