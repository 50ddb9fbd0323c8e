import '@mfa-kit/elements/define/account-recovery';
import '../shell/account-menu.ts';
