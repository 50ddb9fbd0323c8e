import { OnDemand } from '../foundation/on-demand.js';

/** What follows the choice, for those who choose an authenticator app or come back from a recovery. */
export const enrollSteps = new OnDemand(() => import('./enroll-steps.js'));
