'use client';
import { component } from './component.js';

/** The browsers in which the challenge is skipped at sign-in: forget one, or all. */
export const RememberedDevices = component('remembered-devices', {
  attributes: { baseUrl: 'base-url', description: 'description', heading: 'heading' },
  properties: ['client'],
  define: () => import('../define/remembered-devices.js'),
});
