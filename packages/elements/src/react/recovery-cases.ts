'use client';
import { component } from './component.js';

/** Support's cases of people who lost every way in: one starts, another decides. */
export const RecoveryCases = component('recovery-cases', {
  attributes: { baseUrl: 'base-url', description: 'description', heading: 'heading', userId: 'user-id' },
  properties: ['client'],
  define: () => import('../define/recovery-cases.js'),
});
