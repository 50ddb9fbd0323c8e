'use client';
import { component } from './component.js';

/** One click signs in with a passkey: nothing to type, and both factors at once. */
export const PasskeySignIn = component('passkey-sign-in', {
  attributes: { baseUrl: 'base-url', quiet: 'quiet' },
  properties: ['client'],
  define: () => import('../define/passkey-sign-in.js'),
});
