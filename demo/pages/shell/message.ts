import { errorOf, type Requirement } from '@mfa-kit/elements/client';

const place = document.querySelector<HTMLElement>('[data-message]');

/** Says how something went, in the page's one place for that; it is read out. */
export function say(text: string, tone: 'done' | 'refused' = 'done'): void {
  if (!place) return;
  place.dataset['tone'] = tone;
  place.textContent = text;
}

const REFUSALS: Readonly<Record<string, string>> = {
  step_up_required: 'Nothing happened: this needs fresh proof.',
  forbidden: 'Only an admin of the workspace may do that.',
  invalid_credentials: 'That is not your current password.',
  validation_failed: 'A new password needs at least 8 characters.',
};

/** What a refused call of the host's API means for the person. An ended session leads to signing in again. */
export async function sayRefusal(response: Response): Promise<void> {
  const { code, requirement } = await errorOf(response);
  if (code === 'session_required' || code === 'enrolment_required') {
    location.assign(`/?${new URLSearchParams({ next: location.pathname }).toString()}`);
    return;
  }
  const text = code === 'mfa_required' ? blockedText(requirement) : REFUSALS[code];
  say(text ?? 'That did not work. Please try again in a moment.', 'refused');
}

/** Why policy blocks it, and what to do about that; the banner says the rest, and leads there. */
function blockedText(requirement: Requirement | undefined): string {
  const { deadline, methods = ['totp'] } = requirement ?? {};
  const what = methods.includes('totp') ? 'two-step sign-in' : 'a passkey';
  const since = deadline
    ? `This has been blocked since ${new Date(deadline).toLocaleDateString(document.documentElement.lang, { dateStyle: 'long' })}`
    : 'This is blocked';
  return `${since}, because it needs ${what}. Set that up first, then try again.`;
}
