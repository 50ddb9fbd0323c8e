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
  mfa_required: 'Set up multi-factor authentication first.',
};

/** What a refused call of the host's API means for the person. An ended session leads to signing in again. */
export async function sayRefusal(response: Response): Promise<void> {
  const code = await codeOf(response);
  if (code === 'session_required' || code === 'enrolment_required') {
    location.assign(`/?${new URLSearchParams({ next: location.pathname }).toString()}`);
    return;
  }
  say(REFUSALS[code] ?? 'That did not work. Please try again in a moment.', 'refused');
}

async function codeOf(response: Response): Promise<string> {
  const problem: unknown = await response.json().catch(() => undefined);
  return typeof problem === 'object' && problem !== null && 'code' in problem ? String(problem.code) : '';
}
