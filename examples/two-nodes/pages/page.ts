import '@mfa-kit/elements/define';
import { stepUpFetch } from '@mfa-kit/elements/client';

async function charge(): Promise<void> {
  const { status } = await stepUpFetch('/api/charge', { method: 'POST' });
  const told = document.querySelector('#charged');
  if (told) told.textContent = status === 200 ? 'Charged.' : `Refused: ${status}`;
}

document.addEventListener('mfa-signed-in', () => {
  location.assign('account.html');
});
document.querySelector('#charge')?.addEventListener('click', () => void charge());
