import { OnDemand } from '../foundation/on-demand.js';

/** All steps with their words: few people ever meet them, and those who do come for nothing else. */
export const recoverySteps = new OnDemand(() => import('./recovery-steps.js'));
