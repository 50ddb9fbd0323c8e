import '@mfa-kit/elements/define/mfa-sign-in';
import '../shell/account-menu.ts';
import { returnAddress } from '../../shared/return-address.ts';

document.addEventListener('mfa-signed-in', () => {
  const next = new URLSearchParams(location.search).get('next');
  location.assign(returnAddress(next, location.origin));
});
