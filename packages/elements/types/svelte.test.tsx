import type {} from '@mfa-kit/elements/types/svelte';
import { clientFor } from '@mfa-kit/elements/client';
import type { MfaPasskeyRevokedEvent } from '@mfa-kit/elements/events';
import type { SvelteHTMLElements } from 'svelte/elements';

/** As Svelte's compiler asks of each tag in a template. */
declare function tag<Name extends keyof SvelteHTMLElements>(
  name: Name,
  attributes: SvelteHTMLElements[Name],
): void;

/** What a template may write. */
export function allowed(): void {
  tag('mfa-provider', { 'base-url': '/mfa', 'onmfa-signed-in': (event) => void event.composedPath() });
  tag('mfa-sign-in', {
    heading: 'Welcome',
    client: clientFor('/mfa'),
    class: 'card',
    onclick: () => undefined,
  });
  tag('mfa-challenge', { immediate: true });
  tag('mfa-code-input', { length: 8, label: 'Code' });
  tag('mfa-settings', { 'onmfa-passkey-revoked': (event: MfaPasskeyRevokedEvent) => void event.type });
}

export function refused(): void {
  // @ts-expect-error a heading is text
  tag('mfa-sign-in', { heading: 4 });
  // @ts-expect-error a client is no address
  tag('mfa-sign-in', { client: '/mfa' });
  // @ts-expect-error its event carries no code
  tag('mfa-code-input', { 'onmfa-code-complete': (event) => event.code });
  // @ts-expect-error there is no such property
  tag('mfa-sign-in', { headline: 'Welcome' });
  // @ts-expect-error it is not the one who revokes passkeys
  tag('totp-list', { 'onmfa-passkey-revoked': () => undefined });
}
