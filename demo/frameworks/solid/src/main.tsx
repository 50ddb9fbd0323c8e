import '../../shared/page.css';
import '@mfa-kit/elements/undefined.css';
import '@mfa-kit/elements/define/mfa-provider';
import '@mfa-kit/elements/define/mfa-settings';
import '@mfa-kit/elements/define/mfa-sign-in';
import '@mfa-kit/elements/define/mfa-step-up';
import './trusted-templates.ts';
import { render } from 'solid-js/web';
import { SecurityPage } from './security-page.tsx';

render(() => <SecurityPage />, document.querySelector('#app')!);
