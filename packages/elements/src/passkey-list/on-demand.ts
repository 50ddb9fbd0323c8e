import { OnDemand } from '../foundation/on-demand.js';

/** What a person sees who changes something about their passkeys. */
export const passkeyChanges = new OnDemand(() => import('./passkey-changes.js'));
