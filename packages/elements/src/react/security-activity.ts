'use client';
import { component } from './component.js';

/** What happened to a person's account, and "this wasn't me"; or to the accounts of a workspace. */
export const SecurityActivity = component('security-activity', {
  attributes: { baseUrl: 'base-url', description: 'description', heading: 'heading', workspace: 'workspace' },
  properties: ['client'],
  define: () => import('../define/security-activity.js'),
});
