import type { User } from '../ports/users.ts';
import { hasFactor, hasUsableFactor, type AccountFacts } from '../sessions/account-facts.ts';
import type { FactorRemoval } from '../sessions/sessions.store.ts';
import type { Policy, PolicySettings } from './policy.ts';
import type { Deadlines } from './policy.store.ts';

const DAY = 86_400_000;

/** A reminder goes out so long before a deadline, milliseconds. */
const REMIND_BEFORE = [7 * DAY, 3 * DAY, DAY];

/** What a person can set up to meet a requirement. */
export type MeetingMethod = 'passkey' | 'totp';

/** What policy asks of a person at a moment. */
export interface Requirement {
  /** What is still asked: `none` once met, and `recommended` for who has no factor and need not. */
  readonly level: 'none' | 'recommended' | 'grace' | 'enforced';
  /** Why; kept once it is met. */
  readonly reasons: readonly ('role' | 'workspace' | 'tier')[];
  /** By when it has, or had, to be met; only while it is not. */
  readonly deadline?: number;
  /** Until when the person is not held to the deadline; only while they are not. */
  readonly exemptUntil?: number;
  /** What meets it. */
  readonly methods: readonly MeetingMethod[];
  /** Whether the person proves by passkey alone from now on, because of their role. They have one; who has none yet is let in to make one. */
  readonly passkeyOnly: boolean;
}

/** The person, and what is stored of them. */
type Asked = Pick<AccountFacts, 'totpFactors' | 'lockedTotpFactors' | 'passkeys' | 'owed'>;

/** What holds for somebody: their workspace's own, else the configuration's. */
export const policyOf = ({ policy }: AccountFacts['owed'], settings: PolicySettings): Policy =>
  policy ?? settings;

const includes = (words: readonly string[], word: string | undefined): boolean =>
  word !== undefined && words.includes(word);

function askedOf(user: Pick<User, 'role' | 'tier'>, { owed }: Asked, settings: PolicySettings) {
  const policy = policyOf(owed, settings);
  const passkey = includes(policy.phishingResistantRoles, user.role);
  const reasons: Requirement['reasons'] = [
    ...(passkey || includes(policy.roles, user.role) ? (['role'] as const) : []),
    ...(policy.required ? (['workspace'] as const) : []),
    ...(includes(settings.tiers, user.tier) ? (['tier'] as const) : []),
  ];
  return { reasons, passkey, grace: policy.graceDays * DAY };
}

/** The deadlines of what is asked and not there: the stored ones, and for what is seen for the first time, those that start now. */
function missing(
  { reasons, passkey, grace }: ReturnType<typeof askedOf>,
  facts: Asked,
  now: number,
): Deadlines {
  const { deadline = now + grace, passkeyDeadline = now + grace } = facts.owed;
  return {
    ...(reasons.length > 0 && !hasUsableFactor(facts) && { deadline }),
    ...(passkey && facts.passkeys === 0 && { passkeyDeadline }),
  };
}

/**
 * What policy asks of a person: of their role, their workspace and its tier, as the host and the workspace say them now, with deadlines
 * that were stored when each was first seen (rule R5).
 */
export function requirementOf(
  user: Pick<User, 'role' | 'tier'>,
  facts: Asked,
  settings: PolicySettings,
  now: number,
): Requirement {
  const asked = askedOf(user, facts, settings);
  const { reasons, passkey } = asked;
  const { exemptUntil = 0, passkeyDeadline = 0 } = facts.owed;
  const exempt = exemptUntil > now;
  const { deadline: first, passkeyDeadline: second } = missing(asked, facts, now);
  const deadline = first === undefined || second === undefined ? (first ?? second) : Math.min(first, second);
  const common = {
    reasons,
    methods: passkey ? (['passkey'] as const) : (['passkey', 'totp'] as const),
    // Who is exempt need not set up what they have not: what they have set up, they prove by.
    passkeyOnly: passkey && facts.passkeys > 0 && passkeyDeadline <= now,
  };
  if (deadline === undefined)
    return { level: reasons.length > 0 || hasFactor(facts) ? 'none' : 'recommended', ...common };
  return {
    level: deadline > now || exempt ? 'grace' : 'enforced',
    ...common,
    deadline,
    ...(exempt && { exemptUntil }),
  };
}

/** The deadlines that start now, since what they are for is asked and was never seen before. */
export function unseenDeadlines(
  user: Pick<User, 'role' | 'tier'>,
  facts: Asked,
  settings: PolicySettings,
  now: number,
): Deadlines {
  const { deadline, passkeyDeadline } = missing(askedOf(user, facts, settings), facts, now);
  return {
    ...(deadline !== undefined && facts.owed.deadline === undefined && { deadline }),
    ...(passkeyDeadline !== undefined && facts.owed.passkeyDeadline === undefined && { passkeyDeadline }),
  };
}

/** What has to stay when factors are removed: where policy asks for something, the last of it does, before the deadline too. */
export const keptBy = ({ reasons, methods }: Requirement): FactorRemoval['keeping'] =>
  reasons.length === 0 ? 'nothing' : methods.includes('totp') ? 'factor' : 'passkey';

/** When somebody with these deadlines is reminded next; `undefined` where nothing is left to remind of. */
export function nextReminder({ deadline, passkeyDeadline }: Deadlines, now: number): number | undefined {
  const times = [deadline, passkeyDeadline]
    .flatMap((due) => (due === undefined ? [] : REMIND_BEFORE.map((before) => due - before)))
    .filter((at) => at > now);
  return times.length === 0 ? undefined : Math.min(...times);
}
