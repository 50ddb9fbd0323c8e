import type { WorkspaceEvent } from './views-administration.js';
import type { ActivityEvent, ActivityFilter, ActivityPage } from './views.js';

const happened: ActivityEvent = {
  id: '0000000000000000',
  at: '2026-03-02T09:30:00Z',
  event: 'auth.sign_in.success',
  outcome: 'success',
  reason: null,
  method: 'totp',
  factor: null,
  ip: '192.0.2.14',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:148.0) Gecko/20100101 Firefox/148.0',
  device: 'Firefox on Linux',
  place: 'London, United Kingdom',
  suspicious: null,
  current: false,
};

const elsewhere = {
  ip: '203.0.113.77',
  userAgent:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/145.0.0.0 Safari/537.36',
  device: 'Chrome on Windows',
  place: 'Vienna, Austria',
} as const;

const phone = { id: 'totp-1', name: 'Phone' };

/** What happened to Ada's account, newest first: a day in which somebody tries to get in, and does not. */
export const scriptedActivity: readonly ActivityEvent[] = [
  { ...happened, id: 'a000000000000009', factor: phone, current: true },
  {
    ...happened,
    id: 'a000000000000008',
    at: '2026-03-02T09:29:40Z',
    method: 'password',
    current: true,
  },
  {
    ...happened,
    ...elsewhere,
    id: 'a000000000000007',
    at: '2026-03-02T06:12:30Z',
    event: 'auth.2fa.brute_force_blocked',
    outcome: 'blocked',
    suspicious: ['new-device', 'new-network', 'many-failures'],
  },
  {
    ...happened,
    ...elsewhere,
    id: 'a000000000000006',
    at: '2026-03-02T06:12:29Z',
    event: 'auth.2fa.failure',
    outcome: 'failure',
    reason: 'wrong',
    suspicious: ['new-device', 'new-network', 'many-failures'],
  },
  {
    ...happened,
    ...elsewhere,
    id: 'a000000000000005',
    at: '2026-03-02T06:10:00Z',
    method: 'password',
    suspicious: ['new-device', 'new-network'],
  },
  {
    ...happened,
    id: 'a000000000000004',
    at: '2026-03-01T18:04:00Z',
    event: 'auth.session.ended',
    reason: 'sign-out',
    method: null,
  },
  {
    ...happened,
    id: 'a000000000000003',
    at: '2026-02-20T07:15:00Z',
    event: 'auth.recovery_codes.confirmed',
    method: null,
  },
  {
    ...happened,
    id: 'a000000000000002',
    at: '2026-02-20T07:14:00Z',
    event: 'auth.recovery_codes.generated',
    method: null,
  },
  {
    ...happened,
    id: 'a000000000000001',
    at: '2026-02-20T07:14:00Z',
    event: 'auth.totp.added',
    factor: phone,
  },
];

/** What of it is asked for; all of it is one page. */
export function activityOf({ type, ip, from, to, outcome }: ActivityFilter = {}): ActivityPage {
  const events = scriptedActivity.filter(
    (each) =>
      (!type || each.event === type || each.event.startsWith(`${type}.`)) &&
      (!ip || each.ip === ip) &&
      (!from || Date.parse(each.at) >= Date.parse(from)) &&
      (!to || Date.parse(each.at) <= Date.parse(to)) &&
      (!outcome || each.outcome === outcome),
  );
  return { events, next: null };
}

const ada = { id: 'user-ada', name: 'ada@example.com' };
const grace = { id: 'user-grace', name: 'grace@example.com' };

/** What happened to the accounts of Ada's workspace, newest first. */
export const scriptedWorkspaceActivity: readonly WorkspaceEvent[] = [
  {
    ...happened,
    id: 'b000000000000005',
    event: 'auth.2fa.admin_disabled',
    method: null,
    subject: grace,
    actor: { kind: 'admin', ...ada },
    current: true,
  },
  {
    ...happened,
    id: 'b000000000000004',
    at: '2026-03-02T08:00:00Z',
    event: 'auth.recovery.tier3_started',
    method: null,
    subject: { id: 'user-linus', name: 'linus@example.com' },
    actor: { kind: 'support', id: 'user-sam', name: 'sam@example.com' },
  },
  {
    ...happened,
    ...elsewhere,
    id: 'b000000000000003',
    at: '2026-03-02T06:12:30Z',
    event: 'auth.2fa.brute_force_blocked',
    outcome: 'blocked',
    suspicious: ['new-device', 'many-failures', 'reported'],
    subject: grace,
    actor: { kind: 'user', ...grace },
  },
  {
    ...happened,
    id: 'b000000000000002',
    at: '2026-03-01T18:00:00Z',
    event: 'auth.enforcement.reminded',
    method: null,
    ip: null,
    userAgent: null,
    device: null,
    place: null,
    subject: { id: 'user-linus', name: null },
    actor: { kind: 'system', id: null, name: null },
  },
  {
    ...happened,
    id: 'b000000000000001',
    at: '2026-03-01T17:00:00Z',
    event: 'auth.sign_in.failure',
    outcome: 'failure',
    method: 'password',
    subject: null,
    actor: { kind: 'unknown', id: null, name: null },
  },
];
