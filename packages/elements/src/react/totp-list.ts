'use client';
import { component } from './component.js';

/** A person's authenticator apps: add, rename, replace, remove. */
export const TotpList = component('totp-list', {
  attributes: { baseUrl: 'base-url', description: 'description', heading: 'heading' },
  properties: ['client'],
  define: () => import('../define/totp-list.js'),
});
