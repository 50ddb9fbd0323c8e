'use client';
import { component } from './component.js';

/** Getting back in when every factor and every recovery code is gone: asks for an email, waits, cancels, finishes, and sets up a factor again. */
export const AccountRecovery = component('account-recovery', {
  attributes: { baseUrl: 'base-url', description: 'description', heading: 'heading' },
  properties: ['client'],
  define: () => import('../define/account-recovery.js'),
});
