/**
 * What the bench uses of better-auth, so that types and rules can be checked where it is not installed: it belongs to this folder's own
 * package.
 */
declare module 'better-auth' {
  export interface Auth {
    readonly options: unknown;
  }
  export function betterAuth(options: Readonly<Record<string, unknown>>): Auth;
}

declare module 'better-auth/node' {
  import type { RequestListener } from 'node:http';
  import type { Auth } from 'better-auth';
  export function toNodeHandler(auth: Auth): RequestListener;
}

declare module 'better-auth/db/migration' {
  export function getMigrations(options: unknown): Promise<{ readonly runMigrations: () => Promise<void> }>;
}

declare module 'better-auth/plugins/two-factor' {
  export function twoFactor(options?: Readonly<Record<string, unknown>>): unknown;
}

declare module '@better-auth/passkey' {
  export function passkey(options?: Readonly<Record<string, unknown>>): unknown;
}

declare module 'better-auth/crypto' {
  export function symmetricEncrypt(asked: { key: string; data: string }): Promise<string>;
}
