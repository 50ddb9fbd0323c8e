import { OnDemand } from '../foundation/on-demand.js';

/** The feed itself, with the words for all events: a page that shows it pays for it, and a page that only could does not. */
export const activityFeed = new OnDemand(() => import('./activity-feed.js'));
