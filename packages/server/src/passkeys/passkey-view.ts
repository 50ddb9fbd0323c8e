import { z } from 'zod';
import type { LiveSession } from '../api/call.ts';
import { iso } from '../sessions/session-view.ts';
import type { StoredPasskey } from './passkeys.store.ts';
import { providerName } from './provider-name.ts';

/** A passkey as its owner sees it. */
export const passkeyView = z.object({
  id: z.string(),
  name: z.string(),
  provider: z.string().nullable(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  synced: z.boolean(),
  transports: z.array(z.string()),
  current: z.boolean(),
});

/** @param session The one that looks: the passkey that was used last in it is the current one. */
export function viewOfPasskey(passkey: StoredPasskey, session: LiveSession): z.infer<typeof passkeyView> {
  return {
    id: passkey.id,
    name: passkey.name,
    provider: providerName(passkey.aaguid) ?? null,
    createdAt: iso(passkey.createdAt),
    lastUsedAt: passkey.lastUsedAt === undefined ? null : iso(passkey.lastUsedAt),
    synced: passkey.backedUp,
    transports: [...passkey.transports],
    current: session.proofs.findLast(({ method }) => method === 'passkey')?.factor === passkey.id,
  };
}
