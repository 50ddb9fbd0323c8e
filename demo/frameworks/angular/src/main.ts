import '@mfa-kit/elements/define/mfa-provider';
import '@mfa-kit/elements/define/mfa-settings';
import '@mfa-kit/elements/define/mfa-sign-in';
import '@mfa-kit/elements/define/mfa-step-up';
import { bootstrapApplication } from '@angular/platform-browser';
import { SecurityPage } from './security-page';

bootstrapApplication(SecurityPage).catch(console.error);
