import { z } from 'zod';
import { created, ok } from '../api/call.ts';
import { plainText } from '../api/plain-text.ts';
import { route, type Route } from '../api/route.ts';
import type { Recovery, RecoveryTimes } from '../account-recovery/recovery.ts';
import { iso } from '../sessions/session-view.ts';
import { listCursor } from './list-cursor.ts';
import type { ListedCase, RecoveryCaseList } from './recovery-case-list.ts';
import type { RecoveryCases } from './recovery-cases.ts';

/** What somebody writes down for the record; as long as the audit keeps it. */
export const recorded = z.string().trim().min(1).max(256).transform(plainText).pipe(z.string().min(1));
const nameOf = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((text) => !text.includes('\0'));

const status = z.enum(['pending', 'waiting', 'ready', 'completed', 'cancelled', 'expired', 'rejected']);
const time = z.iso.datetime();
const named = z.object({ id: z.string(), name: z.string().nullable() });

const caseStatus = z.object({ id: z.string(), status, readyAt: time });

const caseView = caseStatus.extend({
  userId: z.string(),
  name: z.string().nullable(),
  evidence: z.object({ kind: z.string(), reference: z.string() }),
  reason: z.string(),
  skipWait: z.object({ reason: z.string() }).nullable(),
  startedBy: named,
  startedAt: time,
  decidedBy: named.nullable(),
  decidedAt: time.nullable(),
  expiresAt: time,
});

const request = z
  .strictObject({
    userId: nameOf(256).optional(),
    login: nameOf(320).optional(),
    evidence: z.strictObject({ kind: recorded, reference: recorded }),
    reason: recorded,
    skipWait: z.strictObject({ reason: recorded }).optional(),
  })
  .transform(({ userId, login, ...rest }, context) => {
    if (userId !== undefined && login === undefined) return { ...rest, subject: { userId } };
    if (login !== undefined && userId === undefined) return { ...rest, subject: { login } };
    context.addIssue({ code: 'custom', path: ['userId'], message: 'either this or the login' });
    return z.NEVER;
  });

const idOf = (parameters: Readonly<Record<string, string>>): string => parameters['id'] ?? '';

export function recoveryCasesRoutes(
  list: RecoveryCaseList,
  cases: RecoveryCases,
  times: RecoveryTimes,
): readonly Route[] {
  const statusOf = (recovery: Recovery, now: number): z.infer<typeof caseStatus> => ({
    id: recovery.id,
    status: status.parse(times.statusAt(recovery, now)),
    readyAt: iso(recovery.readyAt ?? recovery.startedAt),
  });

  const viewOf = (one: ListedCase, now: number): z.infer<typeof caseView> => {
    const { recovery, person, evidence, reason, skipWaitReason, startedBy, decidedBy, decidedAt } = one;
    const name = ({ id, name }: ListedCase['person']): z.infer<typeof named> => ({ id, name: name ?? null });
    return {
      ...statusOf(recovery, now),
      userId: person.id,
      name: person.name ?? null,
      evidence,
      reason,
      skipWait: skipWaitReason === undefined ? null : { reason: skipWaitReason },
      startedBy: name(startedBy),
      startedAt: iso(recovery.startedAt),
      decidedBy: decidedBy ? name(decidedBy) : null,
      decidedAt: decidedAt === undefined ? null : iso(decidedAt),
      expiresAt: iso(recovery.expiresAt),
    };
  };

  return [
    route({
      method: 'GET',
      path: '/admin/recoveries',
      summary: "Support's cases, a page at a time: the open ones first, and of both the newest",
      authentication: 'session',
      restricted: 'closed',
      overdue: 'closed',
      permits: (call) => list.assertMay(call),
      freshness: 'none',
      limits: [],
      query: z.strictObject({ cursor: listCursor.optional() }),
      audit: { none: 'reads only' },
      answer: {
        status: 200,
        schema: z.object({ recoveries: z.array(caseView), next: z.string().nullable() }),
      },
      handle: async (call) => {
        const page = await list.page(call, call.query.cursor);
        return ok({
          recoveries: page.cases.map((one) => viewOf(one, call.origin.now)),
          next: page.next,
        });
      },
    }),
    route({
      method: 'POST',
      path: '/admin/recoveries',
      summary: 'Open a case for a person whose identity was verified; somebody else decides',
      authentication: 'session',
      restricted: 'closed',
      overdue: 'closed',
      permits: (call) => cases.assertMayStart(call, call.body.subject),
      freshness: 'fresh',
      limits: [],
      body: request,
      audit: ['auth.recovery.tier3_started'],
      answer: { status: 201, schema: caseStatus },
      errors: ['not_found', 'conflict'],
      handle: async (call, person) =>
        created(statusOf(await cases.start(call, person, call.body), call.origin.now)),
    }),
    route({
      method: 'POST',
      path: '/admin/recoveries/:id/approve',
      summary: 'Approve a case that somebody else opened; the person gets the last link when the wait ends',
      authentication: 'session',
      restricted: 'closed',
      overdue: 'closed',
      permits: (call) => cases.assertMayDecide(call, idOf(call.parameters)),
      freshness: 'fresh',
      limits: [],
      body: z.strictObject({}),
      audit: ['auth.recovery.tier3_approved'],
      answer: { status: 200, schema: caseStatus },
      errors: ['conflict'],
      handle: async (call, decidable) => ok(statusOf(await cases.approve(call, decidable), call.origin.now)),
    }),
    route({
      method: 'POST',
      path: '/admin/recoveries/:id/reject',
      summary: 'Reject a case that somebody else opened',
      authentication: 'session',
      restricted: 'closed',
      overdue: 'closed',
      permits: (call) => cases.assertMayDecide(call, idOf(call.parameters)),
      freshness: 'fresh',
      limits: [],
      body: z.strictObject({ reason: recorded.optional() }),
      audit: ['auth.recovery.tier3_rejected'],
      answer: { status: 200, schema: caseStatus },
      errors: ['conflict'],
      handle: async (call, decidable) =>
        ok(statusOf(await cases.reject(call, decidable, call.body.reason), call.origin.now)),
    }),
  ];
}
