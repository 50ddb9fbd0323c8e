import { Router } from 'express';
import type { RelyingParty } from '../passkeys/relying-party.ts';

/** Where password managers send people. */
export interface PasskeyEndpoints {
  readonly enroll?: string;
  readonly manage?: string;
}

/**
 * Two documents that browsers and password managers look for at the root of the RP ID's host; the host mounts this at `/`.
 * `/.well-known/webauthn` lists the other origins that may use its passkeys, `/.well-known/passkey-endpoints` where to manage them.
 */
export function createWellKnown(party: RelyingParty, endpoints: PasskeyEndpoints): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get('/.well-known/webauthn', (_request, response) => {
    response.set('Cache-Control', 'public, max-age=3600').json({ origins: party.origins });
  });
  router.get('/.well-known/passkey-endpoints', (_request, response) => {
    response.set('Cache-Control', 'public, max-age=3600').json(endpoints);
  });
  return router;
}
