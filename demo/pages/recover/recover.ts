import '@mfa-kit/elements/define/account-recovery';
import '../shell/account-menu.ts';
import { required } from '../shell/required.ts';

document.addEventListener('mfa-recovery-completed', () => {
  // Whoever is in needs no way to the sign-in.
  required('[data-back]').remove();
});
