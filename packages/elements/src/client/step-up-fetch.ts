import { clientFor } from './http-client.js';
import type { MfaClient } from './mfa-client.js';
import type { MfaError } from './mfa-error.js';
import { orAborted } from './or-aborted.js';
import { errorOf } from './problem-details.js';
import { isSamePerson } from './same-person.js';

/**
 * `fetch` for the host's own routes behind `mfa.require`. Sends the CSRF token; where the answer is `step_up_required`, opens the
 * page's `<mfa-step-up>`, waits, and repeats the call once. When the person cancels, the refusal is answered; so is a second one, and
 * `mfa_required`, which no proof helps against: the session is looked at again then, so that `<mfa-requirement>` says what is blocked.
 *
 * @param input as for `fetch`; must be of the same origin, since the token goes with it.
 * @param init as for `fetch`. The body is read before it is sent, a stream too: it may be needed again. Its `signal` ends the waiting
 *   for the person as well, and closes the dialog where nobody else waits for it.
 * @param client whose session is meant; by default the one of elements without a `base-url`, at `/mfa`.
 * @throws TypeError as `fetch` does, and for another origin.
 * @throws MfaError where the session can't be asked for.
 */
export async function stepUpFetch(
  input: RequestInfo | URL,
  init?: RequestInit,
  client: MfaClient = clientFor('/mfa'),
): Promise<Response> {
  const request = new Request(input, init);
  if (new URL(request.url).origin !== location.origin)
    throw new TypeError('stepUpFetch() serves the own origin only');
  const { method, signal } = request;
  const body = /^(GET|HEAD)$/.test(method) ? null : await orAborted(request.arrayBuffer(), signal);
  if (!client.current) await client.session();
  const begun = client.current;
  const send = (): Promise<Response> => {
    const csrf = client.current?.csrf;
    const headers = new Headers(request.headers);
    if (csrf) headers.set('X-MFA-CSRF', csrf);
    return fetch(new Request(request, { headers, body }));
  };
  let response = await send();
  let refusal = await refusalOf(response);
  if (refusal?.code === 'csrf_failed') {
    await client.session();
    if (!isSamePerson(begun, client.current)) return response;
    response = await send();
    refusal = await refusalOf(response);
  }
  if (refusal?.stepUp && (await client.stepUp(refusal.stepUp, { signal }))) {
    response = await send();
    refusal = await refusalOf(response);
  }
  // Whether the banner follows does not change the answer.
  if (refusal?.code === 'mfa_required') await orAborted(client.session(), signal).catch(() => undefined);
  return response;
}

async function refusalOf(response: Response): Promise<MfaError | undefined> {
  return response.status === 401 || response.status === 403 ? errorOf(response.clone()) : undefined;
}
