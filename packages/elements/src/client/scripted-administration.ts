import { scriptedWorkspaceActivity } from './scripted-activity.js';
import { scriptedAdoption } from './scripted-adoption.js';
import type { Script } from './scripted-client.js';
import type {
  Member,
  MembersFilter,
  MemberStatus,
  MembersPage,
  Policy,
  RecoveryCase,
} from './views-administration.js';

export const scriptedPolicy: Policy = {
  required: false,
  graceDays: 14,
  roles: ['admin'],
  rememberDevice: true,
  phishingResistantRoles: [],
};

const grace: Member = {
  id: 'user-grace',
  name: 'grace@example.com',
  displayName: 'Grace Hopper',
  role: 'member',
  mfa: 'passkey',
  requirement: { level: 'none', reasons: ['workspace'] },
  deadline: null,
  exemptUntil: null,
  lastSignInAt: '2026-03-01T16:02:00Z',
  isSelf: false,
};

/** The people of Ada's workspace; she administers it. */
export const scriptedMembers: readonly Member[] = [
  {
    ...grace,
    id: 'user-ada',
    name: 'ada@example.com',
    displayName: 'Ada Lovelace',
    role: 'admin',
    mfa: 'both',
    lastSignInAt: '2026-03-02T09:29:40Z',
    isSelf: true,
  },
  grace,
  {
    ...grace,
    id: 'user-linus',
    name: 'linus@example.com',
    displayName: 'Linus Pauling',
    mfa: 'none',
    requirement: { level: 'grace', reasons: ['workspace'] },
    deadline: '2026-03-09T09:00:00Z',
    lastSignInAt: '2026-02-23T08:11:00Z',
  },
  {
    ...grace,
    id: 'user-mary',
    name: 'mary@example.com',
    displayName: 'mary@example.com',
    role: null,
    mfa: 'totp',
    lastSignInAt: null,
  },
];

/** Those of them who are asked for; all are one page. */
export function membersOf({ status }: MembersFilter = {}): MembersPage {
  return { members: scriptedMembers.filter((member) => !status || hasStatus(member, status)), next: null };
}

function hasStatus({ mfa, requirement, exemptUntil }: Member, status: MemberStatus): boolean {
  if (status === 'exempt') return exemptUntil !== null;
  return status === 'grace' || status === 'enforced' ? status === requirement.level : status === mfa;
}

const ada = { id: 'user-ada', name: 'ada@example.com' };
const sam = { id: 'user-sam', name: 'sam@example.com' };
const kim = { id: 'user-kim', name: 'kim@example.com' };

/** Waits for a second person. */
export const pendingCase: RecoveryCase = {
  id: 'case-4',
  status: 'pending',
  readyAt: '2026-03-05T08:00:00Z',
  userId: 'user-linus',
  name: 'linus@example.com',
  evidence: { kind: 'video-call', reference: 'TICKET-7' },
  reason: 'The phone was stolen, and the codes were on it.',
  skipWait: null,
  startedBy: sam,
  startedAt: '2026-03-02T08:00:00Z',
  decidedBy: null,
  decidedAt: null,
  expiresAt: '2026-03-16T08:00:00Z',
};

/** Approved by Ada, and the wait is on. */
export const waitingCase: RecoveryCase = {
  ...pendingCase,
  id: 'case-3',
  status: 'waiting',
  readyAt: '2026-03-04T15:00:00Z',
  userId: 'user-joan',
  name: 'joan@example.com',
  startedAt: '2026-03-01T15:00:00Z',
  decidedBy: ada,
  decidedAt: '2026-03-01T16:30:00Z',
  expiresAt: '2026-03-05T15:00:00Z',
};

/** Without a wait, for a recorded reason; the person has the last link. */
export const readyCase: RecoveryCase = {
  ...waitingCase,
  id: 'case-2',
  status: 'ready',
  readyAt: '2026-03-02T09:00:00Z',
  userId: 'user-alan',
  name: 'alan@example.com',
  evidence: { kind: 'in-person', reference: 'VISIT-2026-03-02' },
  skipWait: { reason: 'Travels tonight, and the office has seen him in person.' },
  startedBy: kim,
  startedAt: '2026-03-02T08:30:00Z',
  decidedAt: '2026-03-02T09:00:00Z',
  expiresAt: '2026-03-03T09:00:00Z',
};

/** Over: nothing follows from it. */
export const rejectedCase: RecoveryCase = {
  ...pendingCase,
  id: 'case-1',
  status: 'rejected',
  userId: 'user-grace',
  name: 'grace@example.com',
  startedAt: '2026-02-20T10:00:00Z',
  readyAt: '2026-02-23T10:00:00Z',
  decidedBy: kim,
  decidedAt: '2026-02-20T11:00:00Z',
  expiresAt: '2026-03-06T10:00:00Z',
};

/** What a server that means well tells those who administer. */
export function believableAdministration(): Script {
  return {
    policy: scriptedPolicy,
    changePolicy: (policy) => policy,
    members: membersOf,
    resetMember: undefined,
    exemptMember: undefined,
    workspaceActivity: { events: scriptedWorkspaceActivity, next: null },
    adoption: scriptedAdoption,
    recoveryCases: { recoveries: [pendingCase, waitingCase, readyCase, rejectedCase], next: null },
    startRecoveryCase: ({ skipWait }) => ({
      id: 'case-5',
      status: 'pending',
      readyAt: skipWait ? '2026-03-02T09:30:00Z' : '2026-03-05T09:30:00Z',
    }),
    approveRecoveryCase: (id) => ({ id, status: 'waiting', readyAt: pendingCase.readyAt }),
    rejectRecoveryCase: (id) => ({ id, status: 'rejected', readyAt: pendingCase.readyAt }),
  };
}
