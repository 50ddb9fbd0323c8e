'use client';
import { component } from './component.js';

/** Signs a person in: login and password, then the challenge, then enrolment where it is required, all in one place. */
export const MfaSignIn = component('mfa-sign-in', {
  attributes: { baseUrl: 'base-url', description: 'description', heading: 'heading' },
  properties: ['client'],
  define: () => import('../define/mfa-sign-in.js'),
});
