import type { Request, Response } from 'express';
import type { CookieChange, Identity, LiveSession } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { Authentication } from '../api/route.ts';
import { isRestricted } from '../sessions/assurance.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Cookies } from './cookies.ts';

/** Who a request comes from, and which of its cookies name nothing alive. */
export interface Identified extends Identity {
  readonly dead: CookieChange;
}

/** What stands between a request and its handler; routes and the host's own middleware use the same. */
export interface Guards {
  identify(request: Request, now: number): Promise<Identified>;
  /** @throws Problem `session_required`, `challenge_required`, `challenge_expired` */
  assertAuthenticated(authentication: Authentication, identity: Identified): void;
  /** @throws Problem `enrolment_required` for the session after a way back in, which may only enrol. */
  assertUnrestricted(session: LiveSession): void;
  setCookies(response: Response, change: CookieChange, now: number, options?: { redirects: boolean }): void;
}

export function createGuards({ cookies, sessions }: { cookies: Cookies; sessions: Sessions }): Guards {
  return {
    async identify(request, now) {
      const tokens = cookies.read(request.get('cookie'));
      const session = tokens.session === undefined ? undefined : await sessions.resume(tokens.session, now);
      const pending =
        tokens.pending === undefined ? undefined : await sessions.resumePending(tokens.pending, now);
      const named =
        tokens.session === undefined || session ? undefined : await sessions.named(tokens.session);
      const gone = tokens.session !== undefined && !session && named?.superseded !== true;
      return {
        ...(session && { session }),
        ...(named && { named }),
        ...(pending && { pending }),
        ...(tokens.device !== undefined && { deviceCookie: tokens.device }),
        dead: {
          ...(gone && { session: null }),
          ...(tokens.pending !== undefined && !pending && { pending: null }),
        },
      };
    },

    assertAuthenticated(authentication, { session, pending, dead }) {
      if (authentication === 'session' && !session)
        throw new Problem(pending ? 'challenge_required' : 'session_required');
      if (authentication === 'challenge' && !session && !pending) {
        throw new Problem(dead.pending === null ? 'challenge_expired' : 'session_required');
      }
    },

    assertUnrestricted(session) {
      if (isRestricted(session.proofs)) throw new Problem('enrolment_required');
    },

    setCookies(response, change, now, options) {
      for (const value of cookies.write(change, now, options)) response.append('Set-Cookie', value);
    },
  };
}
