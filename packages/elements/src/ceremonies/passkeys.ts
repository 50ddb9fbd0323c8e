import { OnDemand } from '../foundation/on-demand.js';

/** All that takes part in using a passkey: calls, ceremonies, and the words for how they fail. Not for pages on which nobody has one. */
export const passkeys = new OnDemand(() => import('./passkey-calls.js'));
