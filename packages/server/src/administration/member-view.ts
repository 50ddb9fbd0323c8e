import { z } from 'zod';
import type { SessionCall } from '../api/call.ts';
import type { Requirements } from '../policy/requirements.ts';
import type { User } from '../ports/users.ts';
import type { AccountFacts } from '../sessions/account-facts.ts';
import { iso } from '../sessions/session-view.ts';
import type { MemberRecord } from './members.store.ts';

const mfa = z.enum(['none', 'totp', 'passkey', 'both']);
const level = z.enum(['none', 'recommended', 'grace', 'enforced']);

/** What a list can be narrowed to: what people have, how far they are with what is asked of them, or that they are exempt from it. */
export const memberStatus = z.enum([...mfa.options, 'grace', 'enforced', 'exempt']);
export type MemberStatus = z.infer<typeof memberStatus>;

/** Somebody of the workspace, as those who administer it see them. */
export const member = z.object({
  id: z.string(),
  name: z.string(),
  displayName: z.string(),
  /** In the host's own word. */
  role: z.string().nullable(),
  mfa,
  /** As their own session view has it. */
  requirement: z.object({ level, reasons: z.array(z.enum(['role', 'workspace', 'tier'])) }),
  /** By when what is asked has, or had, to be met; `null` where it is, where nothing is asked, and until they were told. */
  deadline: z.iso.datetime().nullable(),
  /** Until when the deadline does not hold; `null` where it does. */
  exemptUntil: z.iso.datetime().nullable(),
  /** `null` for who never did, or longer ago than the audit is kept. */
  lastSignInAt: z.iso.datetime().nullable(),
  /** Whether it is who asks: nobody resets or exempts themselves. */
  isSelf: z.boolean(),
});
export type Member = z.infer<typeof member>;

function mfaOf({ totpFactors, passkeys }: AccountFacts): Member['mfa'] {
  if (totpFactors > 0 && passkeys > 0) return 'both';
  if (passkeys > 0) return 'passkey';
  return totpFactors > 0 ? 'totp' : 'none';
}

/** What is known of somebody who never signed in. */
const NOTHING: Omit<AccountFacts, 'userId' | 'owed'> = {
  epoch: 0,
  totpFactors: 0,
  lockedTotpFactors: 0,
  passkeys: 0,
};

/**
 * @param record What is known of them in that workspace; absent for somebody who never signed in.
 * @param call Of somebody in the same workspace.
 */
export function memberOf(
  user: User,
  record: MemberRecord | undefined,
  { session, origin: { now } }: SessionCall,
  requirements: Requirements,
): Member {
  const { workspace, policy } = session.facts.owed;
  const known = record?.facts ?? {
    ...NOTHING,
    userId: user.id,
    owed: { workspace, ...(policy && { policy }) },
  };
  const { deadline: forFactor, passkeyDeadline, exemptUntil } = known.owed;
  const { level, reasons, deadline } = requirements.of(user, known, now);
  // What nobody noticed yet would begin now, and so has not begun.
  const begun = deadline !== undefined && (deadline === forFactor || deadline === passkeyDeadline);
  return {
    id: user.id,
    name: user.name,
    displayName: user.displayName,
    role: user.role ?? null,
    mfa: mfaOf(known),
    requirement: { level, reasons: [...reasons] },
    deadline: begun ? iso(deadline) : null,
    exemptUntil: exemptUntil !== undefined && exemptUntil > now ? iso(exemptUntil) : null,
    lastSignInAt: record?.lastSignInAt === undefined ? null : iso(record.lastSignInAt),
    isSelf: user.id === session.userId,
  };
}

export function hasStatus({ mfa, requirement, exemptUntil }: Member, status: MemberStatus): boolean {
  switch (status) {
    case 'exempt':
      return exemptUntil !== null;
    case 'grace':
    case 'enforced':
      return requirement.level === status;
    default:
      return mfa === status;
  }
}
