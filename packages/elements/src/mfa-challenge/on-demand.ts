import { OnDemand } from '../foundation/on-demand.js';

/** What becomes of a challenge that is not simply passed. */
export const challengeTrouble = new OnDemand(() => import('./challenge-trouble.js'));
