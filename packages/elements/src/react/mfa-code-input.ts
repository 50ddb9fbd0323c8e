'use client';
import { component } from './component.js';

/** A one-time code: one real text field in the page's own DOM, drawn as boxes. */
export const MfaCodeInput = component('mfa-code-input', {
  attributes: {
    baseUrl: 'base-url',
    error: 'error',
    form: 'form',
    invalid: 'invalid',
    label: 'label',
    length: 'length',
    name: 'name',
  },
  properties: ['client'],
  define: () => import('../define/mfa-code-input.js'),
});
