import { OnDemand } from '../foundation/on-demand.js';

/** What a person sees who changes something about their authenticator apps. */
export const totpChanges = new OnDemand(() => import('./totp-changes.js'));
