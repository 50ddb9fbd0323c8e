import '@mfa-kit/elements/define/mfa-adoption';
import '@mfa-kit/elements/define/mfa-members';
import '@mfa-kit/elements/define/mfa-policy';
import '@mfa-kit/elements/define/mfa-requirement';
import '@mfa-kit/elements/define/mfa-step-up';
import '@mfa-kit/elements/define/security-activity';
import '../shell/account-menu.ts';
