import type { SessionView } from '../client/views.js';
import type { Asked } from './asked.js';

/** One entry for the tab: what was put off in an earlier session counts no more. */
const KEY = 'mfa-dismissed';

interface Dismissals {
  /** When the session began, which no other session shares. */
  since: string | undefined;
  advice: readonly Asked['what'][];
}

/** Where a page may store nothing, what is put off stays so until the page is left. */
let kept: Dismissals = { since: undefined, advice: [] };

/** What the person has put off in this session, in this tab. */
function dismissed({ signedInAt }: SessionView): Dismissals['advice'] {
  try {
    kept = JSON.parse(sessionStorage.getItem(KEY) ?? JSON.stringify(kept)) as Dismissals;
  } catch {
    // Storage is closed to this page, or holds what somebody else put there.
  }
  return signedInAt !== undefined && kept.since === signedInAt ? kept.advice : [];
}

export function isDismissed(session: SessionView, { what }: Asked): boolean {
  return dismissed(session).includes(what);
}

/** Puts a piece of advice off until the session ends. */
export function dismiss(session: SessionView, { what }: Asked): void {
  kept = { since: session.signedInAt, advice: [...dismissed(session), what] };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Then until the page is left.
  }
}
