import type { JSX } from 'solid-js';
import type {
  AttributesOf,
  ElementOf,
  ListenersOf,
  MfaTag,
  PropertiesOf,
} from '../dist/bindings/bindings.js';

type Explicit<Name extends MfaTag> = {
  [Property in keyof PropertiesOf<Name> & string as `prop:${Property}`]?: PropertiesOf<Name>[Property];
};

type Own<Name extends MfaTag> = AttributesOf<Name> & Explicit<Name> & ListenersOf<Name, 'on:'>;

/** `prop:client={…}`, `base-url="…"`, `on:mfa-signed-in={…}`. */
type Tag<Name extends MfaTag> = Own<Name> & Omit<JSX.HTMLAttributes<ElementOf<Name>>, keyof Own<Name>>;

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'account-recovery': Tag<'account-recovery'>;
      'active-sessions': Tag<'active-sessions'>;
      'mfa-adoption': Tag<'mfa-adoption'>;
      'mfa-challenge': Tag<'mfa-challenge'>;
      'mfa-code-input': Tag<'mfa-code-input'>;
      'mfa-enroll': Tag<'mfa-enroll'>;
      'mfa-members': Tag<'mfa-members'>;
      'mfa-policy': Tag<'mfa-policy'>;
      'mfa-provider': Tag<'mfa-provider'>;
      'mfa-requirement': Tag<'mfa-requirement'>;
      'mfa-settings': Tag<'mfa-settings'>;
      'mfa-sign-in': Tag<'mfa-sign-in'>;
      'mfa-step-up': Tag<'mfa-step-up'>;
      'passkey-list': Tag<'passkey-list'>;
      'passkey-sign-in': Tag<'passkey-sign-in'>;
      'recovery-cases': Tag<'recovery-cases'>;
      'recovery-codes': Tag<'recovery-codes'>;
      'remembered-devices': Tag<'remembered-devices'>;
      'security-activity': Tag<'security-activity'>;
      'totp-list': Tag<'totp-list'>;
    }
  }
}

export {};
