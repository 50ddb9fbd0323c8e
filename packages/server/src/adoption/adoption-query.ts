import { z } from 'zod';
import { dayOf } from './days.ts';

/** A day in UTC; of a moment, the day that it is in. */
const day = z.union([z.iso.date(), z.iso.datetime({ offset: true })]).transform((text) =>
  // Nothing happened before 1970.
  Math.max(0, dayOf(Date.parse(text))),
);

/** What `GET /admin/adoption` may be asked: two days, both included. */
export const adoptionQuery = z
  .strictObject({ from: day.optional(), to: day.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, { path: ['to'] });
export type AdoptionQuery = z.output<typeof adoptionQuery>;
