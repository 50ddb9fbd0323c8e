import type {} from '@mfa-kit/elements/types/vue';
import { clientFor } from '@mfa-kit/elements/client';
import type { MfaPasskeyRevokedEvent } from '@mfa-kit/elements/events';
import type { GlobalComponents } from 'vue';

/** As Vue's compiler asks of each tag in a template: `base-url` and `@mfa-signed-in` become `baseUrl` and `onMfaSignedIn`. */
declare function tag<Name extends keyof GlobalComponents>(
  name: Name,
  properties: InstanceType<GlobalComponents[Name]>['$props'],
): void;

/** What a template may write. */
export function allowed(): void {
  tag('mfa-provider', { baseUrl: '/mfa', onMfaSignedIn: (event) => void event.composedPath() });
  tag('mfa-sign-in', {
    heading: 'Welcome',
    client: clientFor('/mfa'),
    class: 'card',
    onClick: () => undefined,
  });
  tag('mfa-challenge', { immediate: true });
  tag('mfa-code-input', { length: 8, label: 'Code' });
  tag('mfa-settings', { onMfaPasskeyRevoked: (event: MfaPasskeyRevokedEvent) => void event.type });
}

export function refused(): void {
  // @ts-expect-error there is no such tag
  tag('mfa-sing-in', {});
  // @ts-expect-error a heading is text
  tag('mfa-sign-in', { heading: 4 });
  // @ts-expect-error a client is no address
  tag('mfa-sign-in', { client: '/mfa' });
  // @ts-expect-error its event carries no code
  tag('mfa-code-input', { onMfaCodeComplete: (event) => event.code });
  // @ts-expect-error there is no such property
  tag('mfa-sign-in', { headline: 'Welcome' });
  // @ts-expect-error it is not the one who revokes passkeys
  tag('totp-list', { onMfaPasskeyRevoked: () => undefined });
}
