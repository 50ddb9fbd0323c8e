import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

/** Where browsers report to. */
export const CSP_REPORTS_PATH = '/demo/csp-reports';

/** What a page may do beyond the kit's own needs. */
export interface PagePolicy {
  /** May show documents of this origin in a frame; the mailbox does. */
  readonly frames?: boolean;
  /** May ask to read the screen; the authenticator does, to scan another window. */
  readonly screen?: boolean;
  /** Names of further policies that may make trusted types; those of frameworks do. */
  readonly trustedTypes?: readonly string[];
}

/**
 * The policy of the kit's documentation, under which all elements work, plus what closes the doors that `default-src` leaves open. `img-src` is for
 * the page's own icon. `report-uri` and not `report-to`: it works without https and is sent at once.
 */
function contentSecurityPolicy({ frames = false, trustedTypes = [] }: PagePolicy = {}): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    ...(frames ? ["frame-src 'self'"] : []),
    "require-trusted-types-for 'script'",
    ['trusted-types lit-html', ...trustedTypes].join(' '),
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    `report-uri ${CSP_REPORTS_PATH}`,
  ].join('; ');
}

/** For every answer, whatever it is. @param publicUrl Decides whether browsers are told to stay with https. */
export function securityHeaders(publicUrl: string): RequestHandler {
  const https = publicUrl.startsWith('https:');
  return (_request, response, next) => {
    response.set({
      'X-Request-Id': randomUUID(),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'same-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      ...(https && { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }),
    });
    next();
  };
}

/** For a page: what its scripts and styles may do. */
export function pageHeaders(policy: PagePolicy = {}): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(policy),
    'Permissions-Policy': [
      'camera=()',
      'microphone=()',
      'geolocation=()',
      `display-capture=(${policy.screen ? 'self' : ''})`,
      // What browsers grant anyway, written down: passkeys are for the page itself and for nothing in a frame.
      'publickey-credentials-create=(self)',
      'publickey-credentials-get=(self)',
    ].join(', '),
  };
}
