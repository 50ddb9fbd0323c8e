import '../../shared/page.css';
import '@mfa-kit/elements/undefined.css';
import '@mfa-kit/elements/define/mfa-provider';
import '@mfa-kit/elements/define/mfa-settings';
import '@mfa-kit/elements/define/mfa-sign-in';
import '@mfa-kit/elements/define/mfa-step-up';
import { clientFor } from '@mfa-kit/elements/client';

const client = clientFor('/mfa');
const provider = document.querySelector('mfa-provider');
const signIn = document.querySelector('mfa-sign-in');
const settings = document.querySelector('mfa-settings');
const signOut = document.querySelector('#sign-out');
const language = document.querySelector('#language');

provider.client = client;

function show(signedIn) {
  signIn.hidden = signedIn;
  settings.hidden = signOut.hidden = !signedIn;
  document.querySelector('#person').textContent = client.current?.user?.displayName ?? '';
}

const look = () => {
  const { state, mustEnroll } = client.current ?? {};
  show(state === 'signed-in' && !mustEnroll);
};

for (const name of [
  'mfa-signed-in',
  'mfa-challenge-passed',
  'mfa-enrolled',
  'mfa-passkey-added',
  'mfa-passkey-revoked',
  'mfa-session-ended',
  'mfa-step-up-done',
])
  provider.addEventListener(name, ({ type }) => {
    const entry = document.createElement('li');
    entry.textContent = type;
    document.querySelector('.heard ol').append(entry);
  });

provider.addEventListener('mfa-signed-in', look);
provider.addEventListener('mfa-session-ended', look);
signOut.addEventListener('click', async () => {
  await client.signOut();
  show(false);
});
language.addEventListener('change', () => {
  document.documentElement.lang = language.value;
});

await client.session().catch(() => undefined);
look();
