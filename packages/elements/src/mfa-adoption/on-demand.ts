import { OnDemand } from '../foundation/on-demand.js';

/** The figures themselves, with chart, tables and words: only those who administer ever see them. */
export const adoptionFigures = new OnDemand(() => import('./adoption-figures.js'));
