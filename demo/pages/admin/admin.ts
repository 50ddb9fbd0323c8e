import '@mfa-kit/elements/define/mfa-adoption';
import '@mfa-kit/elements/define/mfa-members';
import '@mfa-kit/elements/define/mfa-policy';
import '@mfa-kit/elements/define/mfa-requirement';
import '@mfa-kit/elements/define/mfa-step-up';
import '../shell/account-menu.ts';
