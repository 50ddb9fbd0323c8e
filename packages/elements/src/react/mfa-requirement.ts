'use client';
import { component } from './component.js';

/** A banner that says what a person is asked to set up, why and until when, or what is blocked; and leads there. */
export const MfaRequirement = component('mfa-requirement', {
  attributes: { baseUrl: 'base-url', description: 'description', enrolUrl: 'enrol-url', heading: 'heading' },
  properties: ['client'],
  define: () => import('../define/mfa-requirement.js'),
});
