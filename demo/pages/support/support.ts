import '@mfa-kit/elements/define/mfa-requirement';
import '@mfa-kit/elements/define/mfa-step-up';
import { RecoveryCases } from '@mfa-kit/elements/define/recovery-cases';
import '../shell/account-menu.ts';
import { say, sayRefusal } from '../shell/message.ts';
import { requiredOf } from '../shell/required.ts';

const form = requiredOf(HTMLFormElement, '[data-find]');
const cases = requiredOf(RecoveryCases, 'recovery-cases');

form.addEventListener('submit', (event) => {
  event.preventDefault();
  find(new FormData(form)).catch(() => {
    say('Acme Notes cannot be reached at the moment.', 'refused');
  });
});

/** Puts the account into the form for a new case: it goes by ids, which nobody knows by heart. */
async function find(asked: FormData): Promise<void> {
  const email = asked.get('email');
  const response = await fetch(
    `/api/accounts?${new URLSearchParams({ email: typeof email === 'string' ? email : '' }).toString()}`,
  );
  if (response.status === 404) {
    say('Nobody has this address.', 'refused');
  } else if (response.ok) {
    const { id, displayName } = (await response.json()) as { id: string; displayName: string };
    cases.userId = id;
    say(`Found ${displayName}. A case that you start below is about this account.`);
  } else await sayRefusal(response);
}
