import type { Origin } from '../activity/journal.ts';
import type { Requirement } from '../policy/requirement.ts';
import type { User } from '../ports/users.ts';
import type { NamedSession, StoredSession } from '../sessions/sessions.store.ts';
import type { StoredPendingSignIn } from '../sign-in/sign-in.store.ts';
import type { Reservation } from '../throttling/throttling.store.ts';

/** A live session: the store's, with the person as the host knows them now. */
export interface LiveSession extends StoredSession {
  readonly user: User;
  readonly csrf: string;
  /** What policy asks of the person now. */
  readonly requirement: Requirement;
}

/** A live pending sign-in. Its person is known, and named to nobody. */
export interface LivePendingSignIn extends StoredPendingSignIn {
  readonly user: User;
  readonly csrf: string;
  readonly requirement: Requirement;
  /** Whether policy lets this browser be remembered. */
  readonly rememberDevice: boolean;
}

/** Who a request comes from, as far as its cookies tell. With both alive, the finished sign-in is what the browser means. */
export interface Identity {
  readonly session?: LiveSession;
  /** The session that the cookie names and does not open: it has a newer token, or its person is disabled. It can be signed out of, no more. */
  readonly named?: NamedSession;
  readonly pending?: LivePendingSignIn;
  /** The browser's cookie of remembered devices, as it came. Whose they are, and whether they live, is asked at a sign-in and nowhere else. */
  readonly deviceCookie?: string;
}

/** What a handler is given: a request that passed every guard its route declares. */
export interface Call<Body = unknown, Query = unknown> extends Identity {
  readonly origin: Origin;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  /** Room for this attempt of the address, where the route declares that it reserves it by itself (rule L4). */
  readonly reservation?: Reservation;
}

export type SessionCall<Body = unknown, Query = unknown> = Call<Body, Query> & {
  readonly session: LiveSession;
};

/** A token to hand to the browser until a time. */
export interface IssuedToken {
  readonly value: string;
  /** Milliseconds. */
  readonly expiresAt: number;
}

/** What happens to this browser's cookies. `null` deletes one; what is not named stays. */
export interface CookieChange {
  readonly session?: IssuedToken | null;
  readonly pending?: IssuedToken | null;
  readonly device?: IssuedToken | null;
}

export type AttachmentType = 'text/csv' | 'application/json';

/** A file that a person saves. Its text is made while it is sent, so that it may be as long as it likes. */
export interface Attachment {
  readonly type: AttachmentType;
  readonly filename: string;
  readonly text: AsyncIterable<string>;
}

/** What a handler gives back. */
export interface Answer {
  readonly status: 200 | 201 | 202 | 204;
  readonly body?: unknown;
  readonly attachment?: Attachment;
  readonly cookies?: CookieChange;
  readonly headers?: Readonly<Record<string, string>>;
}

export const ok = (body: unknown, cookies?: CookieChange): Answer => ({
  status: 200,
  body,
  ...(cookies && { cookies }),
});
export const created = (body: unknown): Answer => ({ status: 201, body });
export const noContent = (cookies?: CookieChange): Answer => ({ status: 204, ...(cookies && { cookies }) });
/** After a sign-out, for who uses the browser next. Not "cookies": the cookie of a remembered device has to survive it. */
export const CLEARED_AT_SIGN_OUT = { 'Clear-Site-Data': '"cache", "storage"' } as const;

export const signedOut = (cookies: CookieChange): Answer => ({
  ...noContent(cookies),
  headers: CLEARED_AT_SIGN_OUT,
});
