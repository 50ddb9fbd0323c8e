'use client';
import { component } from './component.js';

/** A person's passkeys: add, rename, revoke. */
export const PasskeyList = component('passkey-list', {
  attributes: { baseUrl: 'base-url', description: 'description', heading: 'heading' },
  properties: ['client'],
  define: () => import('../define/passkey-list.js'),
});
