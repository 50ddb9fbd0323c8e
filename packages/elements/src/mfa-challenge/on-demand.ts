import { OnDemand } from '../foundation/on-demand.js';

/** What becomes of a challenge when a proof is refused. */
export const afterRefusal = new OnDemand(() => import('./after-refusal.js'));
