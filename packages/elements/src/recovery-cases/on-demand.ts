import { OnDemand } from '../foundation/on-demand.js';

/** The cases themselves, with their words and calls: only support ever needs them. */
export const casesList = new OnDemand(() => import('./cases-list.js'));
