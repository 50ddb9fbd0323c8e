import type { CallOptions, MfaClient } from '../client/mfa-client.js';

/** What stands in a revocable list. */
export interface RevocableEntry {
  id: string;
  /** It is where the person is looking from. */
  current: boolean;
}

/** What a revocable list asks of the server. */
export interface Revocation<Entry> {
  read(mfa: MfaClient, options: CallOptions): Promise<readonly Entry[]>;
  revoke(mfa: MfaClient, entry: Entry, options: CallOptions): Promise<void>;
  revokeAll(mfa: MfaClient, options: CallOptions): Promise<void>;
  /** Whether the current one is left when all are revoked. */
  keepsCurrent: boolean;
}
