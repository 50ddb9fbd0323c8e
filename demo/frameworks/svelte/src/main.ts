import '../../shared/page.css';
import '@mfa-kit/elements/undefined.css';
import '@mfa-kit/elements/define/mfa-provider';
import '@mfa-kit/elements/define/mfa-settings';
import '@mfa-kit/elements/define/mfa-sign-in';
import '@mfa-kit/elements/define/mfa-step-up';
import { mount } from 'svelte';
import SecurityPage from './SecurityPage.svelte';

mount(SecurityPage, { target: document.querySelector('#app')! });
