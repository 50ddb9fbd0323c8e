import { OnDemand } from '../foundation/on-demand.js';

/** The form, with its words and its calls: only those who administer ever need it. */
export const policyForm = new OnDemand(() => import('./policy-form.js'));
