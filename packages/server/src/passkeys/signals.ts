import { z } from 'zod';
import type { User } from '../ports/users.ts';
import type { StoredPasskey } from './passkeys.store.ts';
import type { RelyingParty } from './relying-party.ts';

/** What keeps a password manager in step, in the form that the browser's Signal API takes. The list is always the complete one: an id missing from it is deleted. */
export const signals = z.object({
  allAcceptedCredentials: z.object({
    rpId: z.string(),
    userId: z.string(),
    allAcceptedCredentialIds: z.array(z.string()),
  }),
  currentUserDetails: z.object({
    rpId: z.string(),
    userId: z.string(),
    name: z.string(),
    displayName: z.string(),
  }),
});
export type Signals = z.infer<typeof signals>;

export function signalsOf(
  user: User,
  handle: string,
  passkeys: readonly StoredPasskey[],
  { id: rpId }: RelyingParty,
): Signals {
  return {
    allAcceptedCredentials: {
      rpId,
      userId: handle,
      allAcceptedCredentialIds: passkeys.map(({ credentialId }) => credentialId),
    },
    currentUserDetails: { rpId, userId: handle, name: user.name, displayName: user.displayName },
  };
}
