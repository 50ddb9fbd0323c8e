import { OnDemand } from '../foundation/on-demand.js';

/** The list itself, with its words and its calls: only those who administer ever need it. */
export const membersList = new OnDemand(() => import('./members-list.js'));
