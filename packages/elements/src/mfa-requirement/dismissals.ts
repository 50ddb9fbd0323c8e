import type { SessionView } from '../client/views.js';
import type { Asked } from './asked.js';

/** One entry for the tab: when the session began, which no other one shares, and what was put off in it. */
const KEY = 'mfa-dismissed';

/** Where a page may store nothing, what is put off stays so until the page is left. */
let kept = '';

function stored(): string {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return kept;
  }
}

/** What the person has put off in this session, in this tab. */
function dismissed({ signedInAt }: SessionView): readonly string[] {
  const [since, ...advice] = stored().split(' ');
  return since === signedInAt ? advice : [];
}

export function isDismissed(session: SessionView, { what }: Asked): boolean {
  return dismissed(session).includes(what);
}

/** Puts a piece of advice off until the session ends. */
export function dismiss(session: SessionView, { what }: Asked): void {
  kept = [session.signedInAt, ...dismissed(session), what].join(' ');
  try {
    sessionStorage.setItem(KEY, kept);
  } catch {
    // Then until the page is left.
  }
}
