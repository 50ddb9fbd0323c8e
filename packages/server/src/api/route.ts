import type { ZodType } from 'zod';
import type { AuditEventName } from '../activity/audit-event.ts';
import type { Answer, AttachmentType, Call, LiveSession, SessionCall } from './call.ts';
import type { ProblemCode } from './problem.ts';

/**
 * Who may call:
 * `anyone` (cookies are looked at but not needed), `begins` (starts something without a session, so no CSRF token can be asked for),
 * `challenge` (a pending sign-in, or a session that steps up), `session`.
 */
export type Authentication = 'anyone' | 'begins' | 'challenge' | 'session';

/**
 * How recently something must have been proven, beyond having a session:
 * `none`, `fresh` (a factor within the window; for people without one, the password), `enrol` (the same, and open to the restricted session).
 */
export type Freshness = 'none' | 'fresh' | 'enrol';

/** The limits that a route's attempts count against; numbers in `throttling/limits.ts`. */
export type LimitName =
  | 'recovery-code-sets'
  | 'address'
  | 'passkey-options'
  | 'account'
  | 'pending-sign-in'
  | 'authenticator'
  | 'recovery-codes'
  | 'recovery-asks'
  | 'recovery-mails'
  | 'recovery-passwords';

interface Declaration {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the mount path; parameters as `:id`. */
  readonly path: `/${string}`;
  /** What the ids in the path name, where it is not the kit's own: people have ids of the host's, in whatever form it likes. */
  readonly idsOf?: 'people';
  /** One line of developer English, for the OpenAPI document. */
  readonly summary: string;
  /** Whether the restricted session (after a way back in) may call it. */
  readonly restricted: 'open' | 'closed';
  /** Set where somebody may not call it who had to have a factor by now (`mfa_required`): on all that is done to others, and told of them. */
  readonly overdue?: 'closed';
  readonly limits: readonly LimitName[];
  /** Set where the handler itself reserves the room of an `address`, with what it asks the database first, and withdraws it with what it writes last. */
  readonly reserves?: true;
  /** Audit events that it may record; a route that changes state and records none says why instead. */
  readonly audit: readonly AuditEventName[] | { readonly none: string };
  readonly answer: {
    readonly status: 200 | 201 | 202 | 204;
    readonly schema?: ZodType;
    /** Set where the answer is a file to be saved. */
    readonly attachment?: AttachmentType;
  };
  /** Codes beside those that follow from the other declarations. */
  readonly errors?: readonly ProblemCode[];
}

/** A route with its types rubbed off, as the router and the structural tests read it. */
export interface Route extends Declaration {
  readonly authentication: Authentication;
  /** What may stand after the `?`; a route that declares nothing does not look at it. */
  readonly query?: ZodType;
  readonly body?: ZodType;
  readonly freshness:
    Freshness | ((session: LiveSession, parameters: Readonly<Record<string, string>>) => Promise<Freshness>);
  /** The freshness as a document can state it. */
  readonly freshnessNote?: string;
  /** Throws `not_found` when what the path names does not exist or is another person's; asked before freshness (404 comes first). */
  readonly owns?: (session: LiveSession, parameters: Readonly<Record<string, string>>) => Promise<void>;
  /**
   * Throws `forbidden` or `not_found`; asked before freshness, so that nobody proves who they are for what they may not do. What it gives
   * back `handle` is given: what is done is done to whoever was looked at.
   */
  readonly permits?: (call: Call) => Promise<unknown>;
  readonly handle: (call: Call, permitted: unknown) => Promise<Answer>;
}

type Owned<Declared extends Authentication> = Declared extends 'session'
  ? Pick<Route, 'owns'>
  : { readonly owns?: never };

type Permitted<Declared extends Authentication, Body, Subject> = Declared extends 'session'
  ? { readonly permits?: (call: SessionCall<Body>) => Promise<Subject> }
  : { readonly permits?: never };

type Freshened<Declared extends Authentication> = Declared extends 'session'
  ? Pick<Route, 'freshness' | 'freshnessNote'>
  : { readonly freshness: 'none'; readonly freshnessNote?: never };

/**
 * Declares a route. Everything that guards it is written here and nowhere else; the router interprets it (rule B3), `GET /openapi.json`
 * tells it, and a test refuses a route that leaves something out.
 */
export function route<Declared extends Authentication, Body = undefined, Query = undefined, Subject = void>(
  declaration: Declaration &
    Owned<Declared> &
    Permitted<Declared, Body, Subject> &
    Freshened<Declared> & {
      readonly authentication: Declared;
      readonly query?: ZodType<Query>;
      readonly body?: ZodType<Body>;
      readonly handle: (
        call: Declared extends 'session' ? SessionCall<Body, Query> : Call<Body, Query>,
        permitted: Subject,
      ) => Promise<Answer>;
    },
): Route {
  // The router runs query and body through their schemas and the authentication guard before it calls `handle`: what is widened here is checked there.
  return declaration as unknown as Route;
}
