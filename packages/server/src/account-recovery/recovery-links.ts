import type { MakeLinks } from '../notifications/outbox.ts';
import type { Clock } from '../ports/clock.ts';
import { newToken } from '../secrets/tokens.ts';
import type { AccountRecoveryStore, LinkPurpose } from './account-recovery.store.ts';
import { addressesDigest, FINISH_LINK_LIFETIME, OPEN_LINK_LIFETIME } from './recovery.ts';

/** Milliseconds from the mail on; a link to cancel is good as long as the recovery is open. */
const LIFETIMES: Readonly<Partial<Record<LinkPurpose, number>>> = {
  open: OPEN_LINK_LIFETIME,
  finish: FINISH_LINK_LIFETIME,
};

/**
 * The links of recovery mails. A mail that is tried again gets new ones; those of the first try stay good, since nobody knows whether it
 * arrived.
 *
 * @param ports.publicUrl The only place that links lead to, whatever a request's headers said (rule B6).
 */
export function createRecoveryLinks(ports: {
  store: AccountRecoveryStore;
  clock: Clock;
  publicUrl: string;
}): MakeLinks {
  const { store, clock, publicUrl } = ports;
  return async (recoveryId, purposes, user) => {
    const now = clock.now();
    const made = purposes.map((purpose) => ({ purpose, token: newToken(), lifetime: LIFETIMES[purpose] }));
    const open = await store.addRecoveryLinks({
      recoveryId,
      addresses: addressesDigest(user),
      links: made.map(({ purpose, token, lifetime }) => ({
        tokenHash: token.hash,
        purpose,
        ...(lifetime !== undefined && { goodUntil: now + lifetime }),
      })),
    });
    if (!open) return undefined;
    // In the fragment, which browsers send to no server, and mail scanners that follow links neither (rules B4, K6).
    return Object.fromEntries(
      made.map(({ purpose, token }) => [purpose, `${publicUrl}/recover#${purpose}=${token.value}`]),
    );
  };
}
