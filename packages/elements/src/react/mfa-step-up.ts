'use client';
import { component } from './component.js';

/** The dialog in which a person proves again before something dangerous. */
export const MfaStepUp = component('mfa-step-up', {
  attributes: { baseUrl: 'base-url', description: 'description', heading: 'heading' },
  properties: ['client'],
  define: () => import('../define/mfa-step-up.js'),
});
