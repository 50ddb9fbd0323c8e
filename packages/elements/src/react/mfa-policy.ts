'use client';
import { component } from './component.js';

/** What a workspace asks of its people: who has to have multi-factor authentication and by when, with what follows from each change. */
export const MfaPolicy = component('mfa-policy', {
  attributes: { baseUrl: 'base-url', description: 'description', heading: 'heading' },
  properties: ['client'],
  define: () => import('../define/mfa-policy.js'),
});
