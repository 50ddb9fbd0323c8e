import { z } from 'zod';
import type { AuditEvent, AuditEventName } from './audit-event.ts';

/** Why an event stands out. A list of these is what the person is shown; the words are the reader's business. */
export const suspicion = z.enum([
  'new-device',
  'new-network',
  'counter-anomaly',
  'replay',
  'many-failures',
  'reported',
]);
export type Suspicion = z.infer<typeof suspicion>;

/** How long failures are remembered against what follows them, milliseconds. */
export const FAILURES_REMEMBERED = 15 * 60_000;

/** Reasons of a sign-in that ended before its second half because somebody went away: nothing was tried. */
export const GIVEN_UP = ['sign-out', 'new-sign-in'] as const;

/** So many failures within that time are more than mistyping. */
const MANY_FAILURES = 5;

/** What the store knows of the time before an event; all of it about the same person. */
export interface Precedents {
  /** Whether anything at all succeeded in an earlier session: without it, there is nothing to compare with. */
  readonly any: boolean;
  /** Whether something succeeded in a session from the same device before, or from the same network. */
  readonly device: boolean;
  readonly network: boolean;
  /** Failures within `FAILURES_REMEMBERED`, this event included, but for what was given up. */
  readonly failures: number;
}

const MARKED_BY_NAME: Partial<Record<AuditEventName, Suspicion>> = {
  'auth.passkey.counter_anomaly': 'counter-anomaly',
  'auth.2fa.replay_attempt': 'replay',
  'auth.2fa.brute_force_blocked': 'many-failures',
  'auth.2fa.factor_locked': 'many-failures',
};

/** The audit's reasons for a refusal that say as much as an event of their own would. */
const MARKED_BY_REASON: Readonly<Record<string, Suspicion>> = {
  replay: 'replay',
  'challenge-used': 'replay',
  copied: 'replay',
  counter: 'counter-anomaly',
};

/** Whether somebody tried to prove who they are: only that can be one failure of many, or the success after them. */
const isProof = (event: string): boolean =>
  /^auth\.(?:sign_in|2fa|step_up)\.(?:success|failure)$/.test(event) || event === 'auth.recovery_code.used';

/**
 * Whether an event came from whoever had the account in their hands, and not from somebody who administers it or from the kit itself. Only
 * then are device, address and place any business of the person's.
 */
export const isFromHolder = ({ kind }: AuditEvent['actor']): boolean => kind === 'user' || kind === 'unknown';

type Judged = Pick<AuditEvent, 'event' | 'reason' | 'subject' | 'actor'>;

/**
 * The marks of an event. Derived each time, never stored: a mark that is thought of later marks what happened earlier as well.
 *
 * @returns none for what is as usual.
 */
export function suspicionsOf(
  { event, reason, subject, actor }: Judged,
  precedents: Precedents,
  reported: boolean,
): readonly Suspicion[] {
  const marks = new Set<Suspicion>();
  if (subject !== '' && isFromHolder(actor) && precedents.any) {
    if (!precedents.device) marks.add('new-device');
    if (!precedents.network) marks.add('new-network');
  }
  const named = MARKED_BY_NAME[event];
  if (named) marks.add(named);
  const reasoned = reason === undefined ? undefined : MARKED_BY_REASON[reason];
  if (reasoned) marks.add(reasoned);
  if (subject !== '' && isProof(event) && precedents.failures >= MANY_FAILURES) marks.add('many-failures');
  if (reported) marks.add('reported');
  return suspicion.options.filter((one) => marks.has(one));
}
