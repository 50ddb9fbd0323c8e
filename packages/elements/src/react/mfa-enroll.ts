'use client';
import { component } from './component.js';

/** Sets up a passkey or an authenticator app, up to the saved recovery codes. */
export const MfaEnroll = component('mfa-enroll', {
  attributes: { baseUrl: 'base-url', description: 'description', heading: 'heading', methods: 'methods' },
  properties: ['client'],
  define: () => import('../define/mfa-enroll.js'),
});
