'use client';
import { component } from './component.js';

/** The members of a workspace: who has set up what, and help for those who need it. */
export const MfaMembers = component('mfa-members', {
  attributes: { baseUrl: 'base-url', description: 'description', heading: 'heading' },
  properties: ['client'],
  define: () => import('../define/mfa-members.js'),
});
