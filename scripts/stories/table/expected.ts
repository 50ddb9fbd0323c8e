import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { MfaErrorCode } from '../../../packages/elements/src/client/mfa-error.js';
import type { Method } from '../../../packages/elements/src/client/views.js';
import type { Expected } from './table.ts';

/** Tags of the elements that talk to a server. */
const callers = [
  'account-recovery',
  'active-sessions',
  'mfa-adoption',
  'mfa-challenge',
  'mfa-enroll',
  'mfa-members',
  'mfa-policy',
  'mfa-settings',
  'mfa-sign-in',
  'mfa-step-up',
  'passkey-list',
  'passkey-sign-in',
  'recovery-cases',
  'recovery-codes',
  'remembered-devices',
  'security-activity',
  'totp-list',
] as const;

type Tag = (typeof callers)[number] | 'mfa-code-input' | 'mfa-provider' | 'mfa-requirement';

const administration = ['mfa-adoption', 'mfa-members', 'mfa-policy', 'recovery-cases'] as const;

/** Elements of somebody who is signed in. */
const personal = [
  'active-sessions',
  'mfa-enroll',
  'mfa-settings',
  'passkey-list',
  'recovery-codes',
  'remembered-devices',
  'security-activity',
  'totp-list',
] as const;

/** Elements that begin ceremonies. */
const ceremonial = ['mfa-challenge', 'mfa-enroll', 'mfa-sign-in', 'passkey-list', 'passkey-sign-in'] as const;

/**
 * Which elements have to show which refusal in a story. The compiler asks for a line for each new code; no element stands beside those
 * that only a program meets: a person can do nothing about them, and reads the words of `unexpected`.
 */
const codes: Readonly<Record<MfaErrorCode, readonly Tag[]>> = {
  offline: callers,
  unexpected: callers,
  unavailable: callers,
  too_many_attempts: [
    'account-recovery',
    'mfa-challenge',
    'mfa-enroll',
    'mfa-sign-in',
    'mfa-step-up',
    'passkey-sign-in',
  ],
  session_required: [...personal, ...administration, 'mfa-challenge', 'mfa-step-up'],
  step_up_required: [
    'active-sessions',
    'mfa-enroll',
    'mfa-members',
    'mfa-policy',
    'passkey-list',
    'recovery-cases',
    'recovery-codes',
    'totp-list',
  ],
  enrolment_required: ['mfa-settings', 'passkey-list', 'recovery-codes', 'totp-list'],
  mfa_required: administration,
  forbidden: [...administration, 'mfa-challenge', 'security-activity'],
  validation_failed: [...administration, 'passkey-list', 'security-activity', 'totp-list'],
  invalid_credentials: ['account-recovery', 'mfa-challenge', 'mfa-sign-in', 'mfa-step-up'],
  invalid_code: ['mfa-challenge', 'mfa-enroll', 'mfa-step-up'],
  challenge_expired: ['mfa-challenge', 'mfa-sign-in'],
  factor_locked: ['mfa-challenge', 'mfa-step-up'],
  factor_limit: ['mfa-enroll', 'passkey-list'],
  last_factor: ['passkey-list', 'totp-list'],
  conflict: [
    'account-recovery',
    'mfa-enroll',
    'passkey-list',
    'recovery-cases',
    'recovery-codes',
    'totp-list',
  ],
  expired: ['account-recovery', 'mfa-enroll'],
  not_found: [
    'active-sessions',
    'mfa-members',
    'passkey-list',
    'recovery-cases',
    'recovery-codes',
    'remembered-devices',
    'security-activity',
    'totp-list',
  ],
  passkey_rejected: ceremonial,
  already_registered: ['mfa-enroll', 'passkey-list'],
  cancelled: [...ceremonial, 'mfa-step-up'],
  'timed-out': ceremonial,
  'already-registered': ['mfa-enroll', 'passkey-list'],
  'not-supported': ceremonial,
  'wrong-origin': ceremonial,
  insecure: ceremonial,
  framed: ceremonial,
  unknown: ceremonial,
  aborted: [],
  challenge_required: [],
  cross_site: [],
  csrf_failed: [],
  payload_too_large: [],
  unsupported_media_type: [],
};

/** Which elements have to show which method in a story. */
const methods: Readonly<Record<Method, readonly Tag[]>> = {
  passkey: [
    ...ceremonial,
    'active-sessions',
    'mfa-adoption',
    'mfa-members',
    'mfa-requirement',
    'mfa-settings',
    'mfa-step-up',
    'security-activity',
  ],
  totp: [
    'account-recovery',
    'active-sessions',
    'mfa-adoption',
    'mfa-challenge',
    'mfa-code-input',
    'mfa-enroll',
    'mfa-members',
    'mfa-requirement',
    'mfa-settings',
    'mfa-sign-in',
    'mfa-step-up',
    'security-activity',
    'totp-list',
  ],
  'recovery-code': [
    'active-sessions',
    'mfa-adoption',
    'mfa-challenge',
    'mfa-enroll',
    'mfa-settings',
    'mfa-sign-in',
    'passkey-list',
    'recovery-codes',
    'security-activity',
  ],
  password: [
    'account-recovery',
    'active-sessions',
    'mfa-challenge',
    'mfa-sign-in',
    'mfa-step-up',
    'security-activity',
  ],
  'remembered-device': [
    'active-sessions',
    'mfa-challenge',
    'mfa-settings',
    'remembered-devices',
    'security-activity',
  ],
  'account-recovery': ['account-recovery', 'active-sessions', 'mfa-enroll', 'security-activity'],
};

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly cssStates?: readonly { readonly name: string }[];
    }[];
  }[];
}

/**
 * Everything that stories have to show: the states that the manifest names, and the methods and codes above.
 *
 * @param root of the checkout; its manifest has to be written already
 */
export function expectedOf(root: string): Expected {
  const text = readFileSync(path.join(root, 'packages/elements/custom-elements.json'), 'utf8');
  const { modules } = JSON.parse(text) as Manifest;
  const elements = modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName !== undefined);
  return Object.fromEntries(
    elements.map(({ tagName = '', cssStates = [] }) => [
      tagName,
      {
        state: cssStates.map(({ name }) => name),
        method: namesFor(tagName, methods),
        code: namesFor(tagName, codes),
      },
    ]),
  );
}

function namesFor(element: string, wanted: Readonly<Record<string, readonly Tag[]>>): readonly string[] {
  return Object.keys(wanted).filter((name) => wanted[name]?.some((tag) => tag === element));
}
