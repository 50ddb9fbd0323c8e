import type { SessionView } from './views.js';

/** Whether what was begun in one session may go on in another: not as somebody else, who signed in meanwhile in another tab. */
export function isSamePerson(before: SessionView | undefined, now: SessionView | undefined): boolean {
  return !before?.user || !now?.user || before.user.id === now.user.id;
}
