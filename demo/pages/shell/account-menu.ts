import { clientFor } from '@mfa-kit/elements/client';

/** The menu with the person's name; there is none on pages that are shown to a stranger. */
const menu = document.querySelector<HTMLDetailsElement>('[data-account-menu]');

menu?.querySelector('[data-sign-out]')?.addEventListener('click', () => {
  void signOut();
});

document.addEventListener('click', ({ target }) => {
  if (menu?.open && target instanceof Node && !menu.contains(target)) menu.open = false;
});

menu?.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !menu.open) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
});

async function signOut(): Promise<void> {
  const client = clientFor('/mfa');
  try {
    // A page that made no call yet knows no CSRF token.
    if (!client.current) await client.session();
    await client.signOut();
  } finally {
    // Whatever happened: the first page shows what the server thinks.
    location.assign('/');
  }
}
