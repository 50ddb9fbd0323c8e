import type { Nudge, Requirement, SessionView } from '../client/views.js';

/** What is asked of a person, or only advised. */
export type Asked = Demand | { what: Nudge };

/** What policy asks. */
export interface Demand extends Pick<Requirement, 'reasons'> {
  what: 'enforced' | 'grace' | 'recommended';
  /** ISO 8601: until when there is time, or since when there is none. */
  deadline: string | undefined;
  /** Nothing but a passkey will do. */
  isForPasskey: boolean;
}

/** Whether it may be put off. The rest has a date, and goes on being told. */
export function isAdvice({ what }: Asked): boolean {
  return what !== 'enforced' && what !== 'grace';
}

/**
 * All that a session is asked, the most urgent first.
 *
 * @param nudges those that may be told here; all others are told somewhere else.
 */
export function askedOf(session: SessionView | undefined, nudges: readonly Nudge[]): readonly Asked[] {
  // A restricted session is asked in one place, and everything else is closed to it.
  if (session?.state !== 'signed-in' || session.mustEnroll) return [];
  const { requirement } = session;
  const advised: readonly Asked[] = nudges.flatMap((each) =>
    (session.nudges ?? []).filter((nudge) => nudge === each).map((what) => ({ what })),
  );
  if (!requirement || requirement.level === 'none') return advised;
  const { level, reasons, deadline = '', exemptUntil = '', methods } = requirement;
  const asked: Asked = {
    what: level,
    reasons,
    // ISO times are in the order of their letters.
    deadline: (exemptUntil > deadline ? exemptUntil : deadline) || undefined,
    isForPasskey: methods?.includes('totp') === false,
  };
  if (!isAdvice(asked)) return [asked];
  return advised.some(isIncident) ? advised : [asked, ...advised];
}

/** Both ask for the same, and this is the better reason. */
function isIncident({ what }: Asked): boolean {
  return what === 'set-up-after-incident';
}
