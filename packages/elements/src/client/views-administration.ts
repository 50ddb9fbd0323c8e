import type { ActivityEvent, Requirement } from './views.js';

/** What a workspace asks of its people. */
export interface Policy {
  /** Everybody of the workspace needs multi-factor authentication. */
  required: boolean;
  /** How long people have from when it is first asked of them, in days, 0 to 365. */
  graceDays: number;
  /** Roles that need it in any case, in the host's own words. */
  roles: readonly string[];
  /** Whether "remember this device" may be offered. */
  rememberDevice: boolean;
  /** Roles for which only a passkey counts. */
  phishingResistantRoles: readonly string[];
}

/** What a person has set up. */
export type MemberMethods = 'none' | 'totp' | 'passkey' | 'both';

/** What a list of members can be narrowed to: what people have, how far they are with what is asked of them, or that they are exempt from it. */
export type MemberStatus = MemberMethods | 'grace' | 'enforced' | 'exempt';

/** A person of the workspace, as those who administer it see them. */
export interface Member {
  id: string;
  /** What the person signs in with, usually an e-mail address. */
  name: string;
  displayName: string;
  /** In the host's own word; null where the host has none. */
  role: string | null;
  mfa: MemberMethods;
  /** What is asked of them, as their own session has it. */
  requirement: Pick<Requirement, 'level' | 'reasons'>;
  /** By when what is asked has, or had, to be met; null where it is, where nothing is asked, and until they were told. */
  deadline: string | null;
  /** Until when the deadline does not hold; null where it does. */
  exemptUntil: string | null;
  /** Null for who never signed in, or longer ago than the audit is kept. */
  lastSignInAt: string | null;
  /** It is who asks: nobody resets or exempts themselves. */
  isSelf: boolean;
}

export interface MembersFilter {
  status?: MemberStatus;
}

/** May have few members, or none, although there are more to read. */
export interface MembersPage {
  members: readonly Member[];
  /** Where to read on; null where that was all. */
  next: string | null;
}

/** Something that happened to an account of the workspace. */
export interface WorkspaceEvent extends ActivityEvent {
  /** Whose account it is about; null where nobody could be named. */
  subject: NamedPerson | null;
  /** Who did it. */
  actor: {
    kind: 'user' | 'admin' | 'support' | 'system' | 'unknown';
    id: string | null;
    name: string | null;
  };
}

export interface WorkspaceActivityPage {
  /** Newest first. */
  events: readonly WorkspaceEvent[];
  /** Where to read on; null where that was all. */
  next: string | null;
}

/** A person, named where the host still knows them. */
export interface NamedPerson {
  id: string;
  name: string | null;
}

export type RecoveryCaseStatus =
  'pending' | 'waiting' | 'ready' | 'completed' | 'cancelled' | 'expired' | 'rejected';

/** How a case stands, as the answer to a change tells. */
export interface RecoveryCaseProgress {
  id: string;
  status: RecoveryCaseStatus;
  /** When the wait ends, if the case is approved. */
  readyAt: string;
}

/** A case of support: a person who is locked out, and what two people did about it. */
export interface RecoveryCase extends RecoveryCaseProgress {
  userId: string;
  /** Null where the host no longer knows the person. */
  name: string | null;
  /** Where the evidence is kept; never the evidence itself. */
  evidence: { kind: string; reference: string };
  reason: string;
  /** Why there is no wait; null where there is one. */
  skipWait: { reason: string } | null;
  startedBy: NamedPerson;
  startedAt: string;
  decidedBy: NamedPerson | null;
  decidedAt: string | null;
  /** When what is open is asked no more. */
  expiresAt: string;
}

/** May have few cases although there are more to read. */
export interface RecoveryCasesPage {
  recoveries: readonly RecoveryCase[];
  /** Where to read on; null where that was all. */
  next: string | null;
}

/** Whose case it is: by the host's id, or by what the person signs in with, which is all that they know of themselves. */
export type RecoveryCaseSubject = { userId: string } | { login: string };

/** What a case is started with. All texts are kept for the record: 1 to 256 characters. */
export type NewRecoveryCase = RecoveryCaseSubject & {
  evidence: { kind: string; reference: string };
  reason: string;
  skipWait?: { reason: string };
};

/** From which day to which, in UTC, such as `2026-03-02`; both are included. The server chooses what is left out. */
export interface AdoptionRange {
  from?: string;
  to?: string;
}

/** How many of some people have a factor. */
export interface EnrolledShare {
  people: number;
  enrolled: number;
  /** From 0 to 1; null where there are no people, of which no part can be told. */
  share: number | null;
}

/** What happened from the first day to the last; both are included. */
export interface AdoptionFlow {
  signIns: number;
  byRecoveryCode: number;
  attempts: number;
  failed: number;
}

/** A point of the chart: what happened in its days, and how many people had a factor when they were over. */
export interface AdoptionPoint extends AdoptionFlow {
  from: string;
  to: string;
  /** Who signed in within the 30 days up to the end of it; null where nobody counted at that time. */
  people: number | null;
  enrolled: number | null;
  share: number | null;
}

/** How far multi-factor authentication has come in a workspace. Shares are from 0 to 1, and null of nothing. */
export interface Adoption {
  from: string;
  to: string;
  /** How long the points of the series are; the last may be shorter. */
  step: 'day' | 'week';
  overall: EnrolledShare;
  admins: EnrolledShare;
  /** People without a tier have null, and come last. */
  byTier: readonly (EnrolledShare & { tier: string | null })[];
  newUsers30d: EnrolledShare;
  methods: readonly {
    method: 'passkey' | 'totp' | 'recovery-code';
    signIns: number;
    share: number | null;
  }[];
  recoveryCodeUse: { signIns: number; byRecoveryCode: number; share: number | null };
  failureRate: { attempts: number; failed: number; share: number | null };
  /** Oldest first, without a gap. */
  series: readonly AdoptionPoint[];
}
