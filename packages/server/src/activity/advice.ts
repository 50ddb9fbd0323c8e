import { z } from 'zod';
import type { AuditEvent } from './audit-event.ts';

/** What a person does who says "this wasn't me". */
export const advice = z.enum(['end-sessions', 'change-password', 'new-recovery-codes', 'review-factors']);
export type Advice = z.infer<typeof advice>;

/** @returns what to do, the most urgent first. Where nobody got in, there is no session of theirs to end. */
export function adviceAfter({ event, outcome }: Pick<AuditEvent, 'event' | 'outcome'>): readonly Advice[] {
  const codes = /^auth\.recovery_codes?\./.test(event);
  return [
    ...(outcome === 'success' ? (['end-sessions'] as const) : []),
    'change-password',
    ...(codes ? (['new-recovery-codes'] as const) : []),
    'review-factors',
  ];
}
