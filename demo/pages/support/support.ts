import '@mfa-kit/elements/define/mfa-requirement';
import '@mfa-kit/elements/define/mfa-step-up';
import '@mfa-kit/elements/define/recovery-cases';
import '../shell/account-menu.ts';
