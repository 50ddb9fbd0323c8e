import { MfaError } from '../packages/elements/src/client/mfa-error.js';

/** What a connection can be like; the toolbar offers them. */
export type Network = 'normal' | 'slow' | 'offline';

/** In milliseconds: long enough to see and hear that something is on its way. */
const SLOWNESS = 2500;

let network: Network = 'normal';

/** Decides how calls of all stories fare from now on. */
export function useNetwork(chosen: Network): void {
  network = chosen;
}

/** The way to the server. @throws {MfaError} `offline` when there is none. */
export async function crossNetwork(): Promise<void> {
  if (network === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOWNESS));
  if (network === 'offline') throw new MfaError('offline');
}
