'use client';
import { component } from './component.js';

/** A person's whole security page: factors, recovery codes, remembered devices, sessions and what happened. */
export const MfaSettings = component('mfa-settings', {
  attributes: { baseUrl: 'base-url' },
  properties: ['client'],
  define: () => import('../define/mfa-settings.js'),
});
