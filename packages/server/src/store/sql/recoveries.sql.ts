import type { ClosedRecovery } from '../../account-recovery/account-recovery.store.ts';
import type { Recovery, RecoveryStatus, RecoveryTier } from '../../account-recovery/recovery.ts';
import { step, type Row, type Step, type StepResult } from './unit-of-work.ts';

export interface RecoveryRow {
  id: string;
  user_id: string;
  tier: number;
  status: string;
  addresses: string;
  started_at: number;
  waiting_since: number | null;
  ready_at: number | null;
  expires_at: number;
  due_at: number;
  closed_at: number | null;
}

export const RECOVERY_COLUMNS =
  'id, user_id, tier, status, addresses, started_at, waiting_since, ready_at, expires_at, due_at, closed_at';

export const recoveryOf = (row: RecoveryRow): Recovery => ({
  id: row.id,
  userId: row.user_id,
  tier: row.tier as RecoveryTier,
  status: row.status as RecoveryStatus,
  addresses: row.addresses,
  startedAt: row.started_at,
  ...(row.waiting_since !== null && { waitingSince: row.waiting_since }),
  ...(row.ready_at !== null && { readyAt: row.ready_at }),
  expiresAt: row.expires_at,
  dueAt: row.due_at,
  ...(row.closed_at !== null && { closedAt: row.closed_at }),
});

/** Touches no row where one of the same tier is open for the person: of two at once, one begins (rules S1, R1). */
export const insertRecovery = (recovery: Recovery): Step =>
  step(
    `INSERT INTO mfa_recoveries (id, user_id, tier, status, addresses, started_at, waiting_since, ready_at, expires_at, due_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (user_id, tier) WHERE closed_at IS NULL DO NOTHING`,
    recovery.id,
    recovery.userId,
    recovery.tier,
    recovery.status,
    recovery.addresses,
    recovery.startedAt,
    recovery.waitingSince ?? null,
    recovery.readyAt ?? null,
    recovery.expiresAt,
    recovery.dueAt,
  );

/**
 * Cancels everything that is open for a person: they signed in with a second step, changed their password, or were let in by another way.
 * The one statement decides against whoever finishes at the same moment (rule R3).
 */
export const cancellingRecoveries = (userId: string, now: number): Step =>
  step(
    `UPDATE mfa_recoveries SET status = 'cancelled', closed_at = $2 WHERE user_id = $1 AND closed_at IS NULL RETURNING id, tier`,
    userId,
    now,
  );

/** Of one person, by tier, of each of which one is open at most. What a database gives back of what it changes has no order of its own. */
export const closedIn = (rows: readonly Row[]): readonly ClosedRecovery[] =>
  rows
    .map(({ id, tier }) => ({ id: String(id), tier: Number(tier) as RecoveryTier }))
    .sort((one, other) => one.tier - other.tier);

/** What `cancellingRecoveries` cancelled. */
export const cancelledOf = (result: StepResult | undefined): readonly ClosedRecovery[] =>
  closedIn(result?.rows ?? []);
