'use client';
import { component } from './component.js';

/** The second half of a sign-in, and the proof of a step-up: the best method first, the others one click away. */
export const MfaChallenge = component('mfa-challenge', {
  attributes: { baseUrl: 'base-url', description: 'description', heading: 'heading', immediate: 'immediate' },
  properties: ['client'],
  define: () => import('../define/mfa-challenge.js'),
});
