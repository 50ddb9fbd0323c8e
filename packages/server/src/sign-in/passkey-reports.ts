import type { Happening } from '../activity/audit-event.ts';
import type { StoredPasskey, UsedPasskey } from '../passkeys/passkeys.store.ts';
import type { VerifiedAssertion } from '../passkeys/verify-assertion.ts';

const factorOf = ({ id, name }: StoredPasskey): Happening['factor'] & object => ({ id, label: name });

/** A counter that went back or stood still (rule W6). */
export const counterAnomaly = (
  passkey: StoredPasskey,
  used: UsedPasskey,
  outcome: 'success' | 'blocked',
): Happening => ({
  event: 'auth.passkey.counter_anomaly',
  outcome,
  method: 'passkey',
  factor: factorOf(passkey),
  details: { stored: passkey.counter, shown: used.counter },
});

/** An answer that was right, once: somebody sent it again (rule W1). */
export const replayAttempt = (passkey: StoredPasskey): Happening => ({
  event: 'auth.2fa.replay_attempt',
  outcome: 'blocked',
  method: 'passkey',
  factor: factorOf(passkey),
});

/** What an assertion that is accepted is worth telling all the same. */
export function reportsOf(
  passkey: StoredPasskey,
  { used, counterAnomaly: anomalous, backupChanged }: VerifiedAssertion,
): readonly Happening[] {
  const changed: Happening = {
    event: 'auth.passkey.backup_changed',
    outcome: 'success',
    method: 'passkey',
    factor: factorOf(passkey),
    details: { synced: used.backedUp },
  };
  return [
    ...(anomalous ? [counterAnomaly(passkey, used, 'success')] : []),
    ...(backupChanged ? [changed] : []),
  ];
}
