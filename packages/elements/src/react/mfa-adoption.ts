'use client';
import { component } from './component.js';

/** How many people have a second step, what they sign in with, and how that went: as figures, as a chart and as a table. */
export const MfaAdoption = component('mfa-adoption', {
  attributes: { baseUrl: 'base-url', description: 'description', heading: 'heading' },
  properties: ['client'],
  define: () => import('../define/mfa-adoption.js'),
});
