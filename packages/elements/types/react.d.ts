import type { ClassAttributes, HTMLAttributes } from 'react';
import type {
  AttributesOf,
  ElementOf,
  ListenersOf,
  MfaTag,
  PropertiesOf,
} from '../dist/bindings/bindings.js';

type Own<Name extends MfaTag> = PropertiesOf<Name> & AttributesOf<Name> & ListenersOf<Name, 'on'>;

/** `client={…}`, `base-url="…"`, `onmfa-signed-in={…}`. */
type Tag<Name extends MfaTag> = Own<Name> &
  Omit<HTMLAttributes<ElementOf<Name>>, keyof Own<Name>> &
  ClassAttributes<ElementOf<Name>>;

declare module 'react' {
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
