import { hash, randomBytes } from 'node:crypto';

/** A token goes to one browser, in a cookie; its hash goes to the store (rule K1). */
export interface Token {
  readonly value: string;
  readonly hash: string;
}

/** 32 random bytes, base64url: nothing to guess, so a quick hash is enough to keep them from whoever reads the database. */
export function newToken(): Token {
  const value = randomBytes(32).toString('base64url');
  return { value, hash: hashOfToken(value) };
}

/** What the store knows a token by. */
export function hashOfToken(value: string): string {
  return hash('sha256', value, 'base64url');
}

/**
 * The value that state-changing calls of a token's bearer carry; it changes with the token, and tells nothing about it. It needs no key
 * that processes of a rolling rotation could disagree about: what is hashed is as good as one, and only its bearer knows it.
 */
export const csrfOfToken = (value: string): string => hash('sha256', `mfa-kit/csrf ${value}`, 'base64url');

/** Whether a cookie value could be a token at all; anything else is not worth a look-up. */
export function looksLikeToken(value: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(value);
}
