import '@mfa-kit/elements/define/mfa-enroll';
import '@mfa-kit/elements/define/mfa-provider';
import '@mfa-kit/elements/define/mfa-step-up';
import '@mfa-kit/elements/define/passkey-list';
import '@mfa-kit/elements/define/recovery-codes';
import '@mfa-kit/elements/define/totp-list';
import { clientFor, stepUpFetch } from '@mfa-kit/elements/client';
import '../shell/account-menu.ts';
import { say, sayRefusal } from '../shell/message.ts';

const client = clientFor('/mfa');

/** Who has no factor yet is asked to set one up; everybody else manages what they have. */
async function showWhatFits(): Promise<void> {
  const { totp, passkeys } = await client.factors();
  const begins = totp.length + passkeys.length === 0;
  const [shown, hidden] = begins ? ['[data-start]', '[data-factors]'] : ['[data-factors]', '[data-start]'];
  // Who just set up the first factor, or removed the last one, goes on with what comes in its place.
  const goesOn = document.querySelector(hidden)?.contains(document.activeElement);
  for (const section of document.querySelectorAll<HTMLElement>(hidden)) section.hidden = true;
  for (const section of document.querySelectorAll<HTMLElement>(shown)) section.hidden = false;
  if (goesOn) document.querySelector<HTMLElement>(`${shown} > *`)?.focus();
}

function showOrTell(): void {
  showWhatFits().catch(() => {
    say('Your factors cannot be reached at the moment. Reload the page to try again.', 'refused');
  });
}

for (const change of [
  'mfa-enrolled',
  'mfa-passkey-added',
  'mfa-passkey-revoked',
  'mfa-totp-added',
  'mfa-totp-removed',
])
  document.addEventListener(change, showOrTell);
showOrTell();

const form = document.querySelector<HTMLFormElement>('[data-password]');
form?.addEventListener('submit', (event) => {
  event.preventDefault();
  changePassword(form).catch(() => {
    say('Acme Notes cannot be reached at the moment. Your password is unchanged.', 'refused');
  });
});

async function changePassword(form: HTMLFormElement): Promise<void> {
  const { current, next } = Object.fromEntries(new FormData(form));
  const response = await stepUpFetch('/api/password', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ current, next }),
  });
  if (!response.ok) {
    await sayRefusal(response);
    return;
  }
  form.reset();
  say('Your password is changed.');
}
