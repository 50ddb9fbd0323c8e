import type { JobStore } from '../jobs/jobs.store.ts';
import type { OutboxStore } from '../notifications/outbox.store.ts';
import type { WebhookStore } from '../notifications/webhooks/webhooks.store.ts';
import type { DoctorStore } from './doctor.store.ts';
import { found, foundIf, type Finding } from './finding.ts';

const MINUTE = 60_000;
/** Longer than the first tries of a delivery take. */
const LATE = 10 * MINUTE;
/** The jobs sweep every ten minutes. */
const SWEPT_WITHIN = 60 * MINUTE;
const DAY = 24 * 60 * MINUTE;

interface Waiting {
  readonly waiting: number;
  readonly waitingSince?: number;
}

/** Looks at what the jobs should have done. */
export async function examineJobs(
  store: OutboxStore & WebhookStore & DoctorStore & JobStore,
  now: number,
): Promise<readonly Finding[]> {
  const mails = await store.countNotices();
  const webhooks = await store.countWebhooks();
  const late = webhooks.filter((one) => isLate(one, now));
  const givenUp = webhooks.filter((one) => one.givenUp > 0);
  const reached = (await store.findReached()) ?? now;
  const isBehind = now - reached > DAY;
  return [
    ...foundIf(isLate(mails, now), 'jobs.mail-late', waitingIn(mails, now)),
    ...foundIf(mails.givenUp > 0, 'jobs.mail-given-up', `${mails.givenUp} of them`),
    ...late.map((one) => found('jobs.webhook-late', `${one.endpoint}: ${waitingIn(one, now)}`)),
    ...givenUp.map((one) => found('jobs.webhook-given-up', `${one.endpoint}: ${one.givenUp} of them`)),
    ...foundIf(isBehind, 'jobs.behind', `they have come to ${dateOf(reached)}, the clock to ${dateOf(now)}`),
    // What is not swept is due to that, then.
    ...foundIf(!isBehind && (await store.holdsWhatEnded(now - SWEPT_WITHIN)), 'jobs.not-swept'),
  ];
}

const dateOf = (time: number): string => new Date(time).toISOString();

const isLate = ({ waitingSince }: Waiting, now: number): boolean =>
  waitingSince !== undefined && now - waitingSince > LATE;

const waitingIn = ({ waiting, waitingSince = 0 }: Waiting, now: number): string =>
  `${waiting} are waiting, the oldest for ${Math.round((now - waitingSince) / MINUTE)} minutes`;
