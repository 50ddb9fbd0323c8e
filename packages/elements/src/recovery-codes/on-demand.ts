import { OnDemand } from '../foundation/on-demand.js';

/**
 * The view in which codes are shown once. Whoever is about to have codes made fetches it before: codes that nobody sees are lost.
 */
export const codesView = new OnDemand(() => import('./codes-view.js'));
