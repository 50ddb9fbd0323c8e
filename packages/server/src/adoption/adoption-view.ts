import { z } from 'zod';
import { PROVING_METHODS } from './adoption.store.ts';

const count = z.int().min(0);
/** A part of a whole, from 0 to 1; `null` where the whole is nothing, of which no part can be told. */
const share = z.number().min(0).max(1).nullable();
/** A day in UTC. */
const day = z.iso.date();

/** How many of some people have a factor. */
const enrolledShare = z.object({ people: count, enrolled: count, share });
export type EnrolledShare = z.infer<typeof enrolledShare>;

/** What happened from the first day to the last; both are included. */
const flow = {
  signIns: count,
  byRecoveryCode: count,
  attempts: count,
  failed: count,
};

/** A point of the chart: what happened in its days, and how many people had a factor when they were over. */
const adoptionPoint = z.object({
  from: day,
  to: day,
  /** Who signed in within the 30 days up to the end of it. */
  ...enrolledShare.shape,
  ...flow,
});
export type AdoptionPoint = z.infer<typeof adoptionPoint>;

/** The answer to `GET /admin/adoption`. What each number counts is in docs/adoption.md. */
export const adoptionView = z.object({
  from: day,
  to: day,
  /** How long the points of the series are; the last may be shorter. */
  step: z.enum(['day', 'week']),
  overall: enrolledShare,
  admins: enrolledShare,
  /** In the order of the tiers' names; `null` for people without one, who come last. */
  byTier: z.array(enrolledShare.extend({ tier: z.string().nullable() })),
  newUsers30d: enrolledShare,
  /** All three methods, used or not. */
  methods: z.array(z.object({ method: z.enum(PROVING_METHODS), signIns: count, share })),
  recoveryCodeUse: z.object({ signIns: count, byRecoveryCode: count, share }),
  failureRate: z.object({ attempts: count, failed: count, share }),
  /** Oldest first, without a gap. */
  series: z.array(adoptionPoint),
});
export type AdoptionView = z.infer<typeof adoptionView>;
