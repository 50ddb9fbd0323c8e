'use client';
import { component } from './component.js';

/** Gives one client and its session to all elements inside. */
export const MfaProvider = component('mfa-provider', {
  attributes: { baseUrl: 'base-url' },
  properties: ['client'],
  define: () => import('../define/mfa-provider.js'),
});
