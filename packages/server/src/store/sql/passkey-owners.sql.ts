import { step, type Step } from './unit-of-work.ts';

/**
 * Who has which credential. It stands apart from the passkeys, which are found by their person: this is what is unique over all people, and
 * what a sign-in begins with that names nobody.
 *
 * One guarded statement is the verdict (rule S1): it touches a row, or none when somebody has the credential already (rule W9).
 */
export const owningPasskey = (userId: string, credentialId: string): Step =>
  step(
    'INSERT INTO mfa_passkey_owners (credential_id, user_id) VALUES ($1, $2) ON CONFLICT (credential_id) DO NOTHING',
    credentialId,
    userId,
  );

/** After passkeys of a person were deleted: their credentials are nobody's any more. */
export const disowningPasskeys = (userId: string): Step =>
  step(
    `DELETE FROM mfa_passkey_owners WHERE user_id = $1
     AND credential_id NOT IN (SELECT p.credential_id FROM mfa_passkeys p WHERE p.user_id = $1)`,
    userId,
  );
