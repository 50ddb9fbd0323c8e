import '@mfa-kit/elements/define/mfa-settings';
import '@mfa-kit/elements/define/mfa-step-up';
import { clientFor, stepUpFetch } from '@mfa-kit/elements/client';
import '../shell/account-menu.ts';
import { say, sayRefusal } from '../shell/message.ts';

document.addEventListener('mfa-session-ended', () => {
  // It was this one: whoever ends it goes where everybody begins.
  if (clientFor('/mfa').current?.state === 'signed-out') location.assign('/');
});

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
