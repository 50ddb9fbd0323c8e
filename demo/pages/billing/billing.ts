import '@mfa-kit/elements/define/mfa-requirement';
import '@mfa-kit/elements/define/mfa-step-up';
import { stepUpFetch } from '@mfa-kit/elements/client';
import '../shell/account-menu.ts';
import { say, sayRefusal } from '../shell/message.ts';

/** A button that makes one call; where that needs fresh proof, the kit's dialog asks for it and the call is repeated. */
function onPress(selector: string, call: () => Promise<Response>, done: string): void {
  const button = document.querySelector<HTMLButtonElement>(selector);
  button?.addEventListener('click', () => {
    if (button.ariaDisabled === 'true') return;
    // Not `disabled`, which would lose the focus that the dialog gives back.
    button.ariaDisabled = 'true';
    say('');
    call()
      .then(async (response) => {
        if (response.ok) say(done);
        else await sayRefusal(response);
      })
      .catch(() => {
        say('Acme Notes cannot be reached at the moment. Nothing happened.', 'refused');
      })
      .finally(() => {
        button.ariaDisabled = null;
      });
  });
}

const json = { 'Content-Type': 'application/json' };

onPress(
  '[data-charge]',
  () => stepUpFetch('/api/billing/charge', { method: 'POST', headers: json, body: '{}' }),
  'Paid. Thank you!',
);
onPress(
  '[data-delete]',
  () => stepUpFetch('/api/workspace', { method: 'DELETE', headers: json }),
  'The workspace was deleted, and put back, because this is a demo.',
);
