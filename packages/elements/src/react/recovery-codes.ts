'use client';
import { component } from './component.js';

/** How many recovery codes are left, new ones, and the one view in which codes are shown. */
export const RecoveryCodes = component('recovery-codes', {
  attributes: { baseUrl: 'base-url', description: 'description', heading: 'heading' },
  properties: ['client'],
  define: () => import('../define/recovery-codes.js'),
});
