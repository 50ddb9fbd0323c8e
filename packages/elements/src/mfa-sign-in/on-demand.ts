import { OnDemand } from '../foundation/on-demand.js';

export const autofill = new OnDemand(() => import('./passkey-autofill.js'));

/** What some people have to do before they are through: most are through when they are signed in. */
export const afterSignIn = new OnDemand(() => import('./after-sign-in.js'));
