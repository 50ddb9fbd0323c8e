'use client';
import { component } from './component.js';

/** Where a person is signed in: end one session, or all others. */
export const ActiveSessions = component('active-sessions', {
  attributes: { baseUrl: 'base-url', description: 'description', heading: 'heading' },
  properties: ['client'],
  define: () => import('../define/active-sessions.js'),
});
