import { isIP } from 'node:net';
import { z } from 'zod';
import { PLAIN_TEXT } from '../api/plain-text.ts';
import { randomPart } from '../secrets/ids.ts';
import { plainAddress } from '../throttling/address.ts';
import type { ActivityFilter, Position, RecordedEvent } from './activity.store.ts';

/** So many events make a page, unless it is asked for less, or for as many as this. */
const USUAL_LIMIT = 50;
const LARGEST_LIMIT = 100;

const DAY = 86_400_000;

/** A time, or a day in UTC: of a day, `from` means its beginning and `to` its end. */
const moment = (ofDay: 'first' | 'last') =>
  z.union([z.iso.datetime({ offset: true }), z.iso.date()]).transform((text) => {
    const isDay = !text.includes('T');
    // Nothing happened before 1970.
    return Math.max(0, Date.parse(text) + (isDay && ofDay === 'last' ? DAY - 1 : 0));
  });

/** Twelve digits of the time and sixteen of the event's id, as base64url. Nobody but this file looks inside. */
const CURSOR_BYTES = 14;

const cursor = z
  .string()
  .regex(/^[A-Za-z0-9_-]{19}$/)
  .transform((text): Position => {
    const bytes = Buffer.from(text, 'base64url');
    return { at: bytes.readUIntBE(0, 6), id: bytes.toString('hex', 6, CURSOR_BYTES) };
  });

/** The cursor of what comes after an event in a list that is read newest first. */
export function cursorAfter({ at, id }: Pick<RecordedEvent, 'at' | 'id'>): string {
  const bytes = Buffer.alloc(CURSOR_BYTES);
  bytes.writeUIntBE(at, 0, 6);
  bytes.write(randomPart(id), 6, 'hex');
  return bytes.toString('base64url');
}

const filters = {
  /** Names of events may become more: one that this version does not know finds nothing. */
  type: z
    .string()
    .max(64)
    .regex(/^auth(?:\.[a-z0-9_]+){1,2}$/)
    .optional(),
  ip: z
    .string()
    .max(64)
    .refine((text) => isIP(text) !== 0)
    .transform(plainAddress)
    .optional(),
  from: moment('first').optional(),
  to: moment('last').optional(),
  outcome: z.enum(['success', 'failure', 'blocked']).optional(),
  limit: z
    .string()
    .regex(/^[1-9][0-9]{0,2}$/)
    .transform(Number)
    .refine((limit) => limit <= LARGEST_LIMIT)
    .optional(),
  cursor: cursor.optional(),
};

const inOrder = {
  test: ({ from, to }: { from?: number | undefined; to?: number | undefined }): boolean =>
    from === undefined || to === undefined || from <= to,
  told: { path: ['to'] },
};

/** What `GET /activity` may be asked. */
export const activityQuery = z.strictObject(filters).refine(inOrder.test, inOrder.told);
export type ActivityQuery = z.output<typeof activityQuery>;

/** An administrator may ask for one person's events, by the host's id. */
export const workspaceQuery = z
  .strictObject({ ...filters, subject: z.string().min(1).max(256).regex(PLAIN_TEXT).optional() })
  .refine(inOrder.test, inOrder.told);
export type WorkspaceQuery = z.output<typeof workspaceQuery>;

export function filterOf({ type, ip, from, to, outcome }: ActivityQuery): ActivityFilter {
  return {
    ...(type !== undefined && { type }),
    ...(ip !== undefined && { ip }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(outcome !== undefined && { outcome }),
  };
}

export const limitOf = ({ limit }: Pick<ActivityQuery, 'limit'>): number => limit ?? USUAL_LIMIT;
