import { z } from 'zod';
import { ok } from '../api/call.ts';
import { plainText } from '../api/plain-text.ts';
import { route, type Route } from '../api/route.ts';
import type { Policies } from './policies.ts';
import type { Policy } from './policy.ts';

/** More than any host has. */
const MOST_ROLES = 100;

/** In the host's words. Each is named once, in whatever order. */
const roles = z
  .array(z.string().trim().min(1).max(64).transform(plainText).pipe(z.string().min(1)))
  .max(MOST_ROLES)
  .transform((names) => [...new Set(names)].sort());

const policyView = z.object({
  required: z.boolean(),
  graceDays: z.int(),
  roles: z.array(z.string()),
  rememberDevice: z.boolean(),
  phishingResistantRoles: z.array(z.string()),
});

const viewOf = (policy: Policy): z.infer<typeof policyView> => ({
  required: policy.required,
  graceDays: policy.graceDays,
  roles: [...policy.roles],
  rememberDevice: policy.rememberDevice,
  phishingResistantRoles: [...policy.phishingResistantRoles],
});

/** What those who administer a workspace ask of its people. */
export function policyRoutes(policies: Policies): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/admin/policy',
      summary: 'What the workspace asks of its people; what the configuration says where it changed nothing',
      authentication: 'session',
      restricted: 'closed',
      overdue: 'closed',
      permits: (call) => policies.assertMay(call, 'policy.read'),
      freshness: 'none',
      limits: [],
      audit: { none: 'reads only' },
      answer: { status: 200, schema: policyView },
      handle: async (call) => ok(viewOf(await policies.read(call))),
    }),
    route({
      method: 'PUT',
      path: '/admin/policy',
      summary: 'Put all of the policy in place of what held; deadlines that have started stay',
      authentication: 'session',
      restricted: 'closed',
      overdue: 'closed',
      permits: (call) => policies.assertMay(call, 'policy.change'),
      freshness: 'fresh',
      limits: [],
      body: z.strictObject({
        required: z.boolean(),
        graceDays: z.int().min(0).max(365),
        roles,
        rememberDevice: z.boolean(),
        phishingResistantRoles: roles,
      }),
      audit: ['auth.policy.changed'],
      answer: { status: 200, schema: policyView },
      handle: async (call) => {
        await policies.change(call, call.body);
        return ok(viewOf(call.body));
      },
    }),
  ];
}
