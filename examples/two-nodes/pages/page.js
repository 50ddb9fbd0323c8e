import '@mfa-kit/elements/define';
import { stepUpFetch } from '@mfa-kit/elements/client';

document.addEventListener('mfa-signed-in', () => location.assign('account.html'));
document.querySelector('#charge')?.addEventListener('click', async () => {
  const { status } = await stepUpFetch('/api/charge', { method: 'POST' });
  document.querySelector('#charged').textContent = status === 200 ? 'Charged.' : `Refused: ${status}`;
});
