import { z } from 'zod';
import { randomPart } from '../secrets/ids.ts';
import { deviceName } from '../sessions/device-name.ts';
import { iso } from '../sessions/session-view.ts';
import type { RecordedEvent } from './activity.store.ts';
import type { AuditEvent } from './audit-event.ts';
import type { Columns } from './export.ts';
import { isFromHolder, suspicion, suspicionsOf } from './suspicion.ts';

/** What people and administrators are told alike. What is not known, or not theirs to know, is `null`. */
export const activityEvent = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  event: z.string(),
  outcome: z.enum(['success', 'failure', 'blocked']),
  reason: z.string().nullable(),
  method: z.string().nullable(),
  factor: z.object({ id: z.string(), name: z.string() }).nullable(),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  /** The same in plain words. */
  device: z.string().nullable(),
  place: z.string().nullable(),
  /** Why the event stands out; `null`, and never an empty list, for one that does not. */
  suspicious: z.array(suspicion).min(1).nullable(),
  /** Whether it happened in the session that asks. */
  current: z.boolean(),
});
export type ActivityEvent = z.infer<typeof activityEvent>;

/** What is beside an event when it is shown. */
export interface Beside {
  /** The session that asks. */
  readonly sessionId: string;
  /** The places of addresses, as far as they are known. */
  readonly places: ReadonlyMap<string, string>;
}

/** An event with everything that the audit knows of it. */
export function wholeEvent(recorded: RecordedEvent, { sessionId, places }: Beside): ActivityEvent {
  const { id, at, event, outcome, reason, method, factor, ip, userAgent, precedents, reported } = recorded;
  const suspicious = suspicionsOf(recorded, precedents, reported);
  return {
    id: randomPart(id),
    at: iso(at),
    event,
    outcome,
    reason: reason ?? null,
    method: method ?? null,
    factor: factor ? { id: factor.id, name: factor.label } : null,
    ip: textOrNull(ip),
    userAgent: textOrNull(userAgent),
    device: deviceName(userAgent ?? ''),
    place: places.get(ip ?? '') ?? null,
    suspicious: suspicious.length > 0 ? [...suspicious] : null,
    current: recorded.sessionId === sessionId,
  };
}

/** An event as its own person may see it. */
export function shownEvent(recorded: RecordedEvent, beside: Beside): ActivityEvent {
  const whole = wholeEvent(recorded, beside);
  const reason = shownReason(recorded);
  // From where a colleague, or support, did what they did is theirs.
  return isFromHolder(recorded.actor)
    ? { ...whole, reason }
    : { ...whole, reason, ip: null, userAgent: null, device: null, place: null };
}

/** The same as a table. */
export const ACTIVITY_COLUMNS: Columns<ActivityEvent> = {
  id: ({ id }) => id,
  at: ({ at }) => at,
  event: ({ event }) => event,
  outcome: ({ outcome }) => outcome,
  reason: ({ reason }) => reason,
  method: ({ method }) => method,
  factor: ({ factor }) => factor?.name,
  ip: ({ ip }) => ip,
  userAgent: ({ userAgent }) => userAgent,
  device: ({ device }) => device,
  place: ({ place }) => place,
  suspicious: ({ suspicious }) => suspicious?.join(' '),
  current: ({ current }) => String(current),
};

const textOrNull = (text: string | undefined): string | null =>
  text === undefined || text === '' ? null : text;

/** The reasons of a refusal that are of use to the person whom it happened to, each under one name for all methods. */
const SHOWN: Readonly<Record<string, string>> = {
  replay: 'replay',
  'challenge-used': 'replay',
  copied: 'replay',
  counter: 'counter',
  closed: 'closed',
  locked: 'locked',
  disabled: 'disabled',
  used: 'used',
  'sign-out': 'sign-out',
  'new-sign-in': 'new-sign-in',
};

/**
 * Why something was refused, told as far as it helps. The audit alone knows whether a recovery code was half right, or which check a
 * passkey did not pass: who guesses from inside a session learns nothing from the feed that the answer did not say.
 */
function shownReason({ outcome, reason }: Pick<AuditEvent, 'outcome' | 'reason'>): string | null {
  if (reason === undefined) return null;
  return outcome === 'success' ? reason : (SHOWN[reason] ?? 'wrong');
}
