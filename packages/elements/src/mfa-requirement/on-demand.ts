import { OnDemand } from '../foundation/on-demand.js';

/** The banner with its words: on most pages, nothing is asked of most people. */
export const requirementBanner = new OnDemand(() => import('./requirement-banner.js'));

/** What opens in the banner's place. A page that shows the banner everywhere pays for it at the click. */
export const enrolment = new OnDemand(() => import('../define/mfa-enroll.js'));
