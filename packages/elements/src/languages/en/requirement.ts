import type { Nudge, Requirement } from '../../client/views.js';

/** Why something is asked, as part of a sentence. */
const reasons: Record<Requirement['reasons'][number], string> = {
  role: 'your role',
  workspace: 'your workspace',
  tier: 'your plan',
};

export const requirement = {
  enforced: 'Two-step sign-in is required',
  /** @param date such as "14 November 2025", here and below */
  grace: (date: string) => `Set up two-step sign-in by ${date}`,
  recommended: 'Protect your account with two-step sign-in',
  passkeyEnforced: 'A passkey is required',
  passkeyGrace: (date: string) => `Add a passkey by ${date}`,
  reasons: reasons as Readonly<Record<string, string>>,
  /** @param list such as "your role and your workspace" */
  why: (list: string) => `It is required by ${list}.`,
  whyPasskey: 'Unlike a code, a passkey can’t be given away on a false page.',
  /** @param left such as "12 days" */
  left: (left: string) => `You still have ${left}. Until then, everything works as before.`,
  blocked: 'Actions that need it are blocked until it is set up. Everything else works as before.',
  blockedSince: (date: string) =>
    `Actions that need it have been blocked since ${date}, and open again as soon as it is set up. Everything else works as before.`,
  recommendedWhy: 'Nobody can sign in with your password alone any more. It takes about two minutes.',
  nudge: {
    'set-up-after-incident': 'Protect your account now',
    'add-second-passkey': 'Add a second passkey',
    'few-recovery-codes': 'Make new recovery codes',
    'recovery-codes-not-saved': 'Save your recovery codes',
  } satisfies Record<Nudge, string> as Readonly<Record<string, string>>,
  nudgeWhy: {
    'set-up-after-incident':
      'Something unusual has happened to your account. With two-step sign-in, nobody gets in with your password alone.',
    'add-second-passkey':
      'With one on another device or a security key, you still get in if you lose the first.',
    'few-recovery-codes': 'They let you in when your authenticator is gone.',
    'recovery-codes-not-saved':
      'You have not confirmed that you saved them. They let you in when your authenticator is gone.',
  } satisfies Record<Nudge, string> as Readonly<Record<string, string>>,
  codesLeft: (count: number) => (count === 1 ? 'Only one is left.' : `Only ${String(count)} are left.`),
  noCodesLeft: 'None is left.',
  setUp: 'Set up now',
  addPasskey: 'Add a passkey',
  toCodes: 'To your recovery codes',
  later: 'Later',
  notNow: 'Not now',
  close: 'Close',
  done: 'You are set up',
  doneCodes: 'Your recovery codes are saved',
  unblocked: 'What was blocked is open again.',
  /** Told when another part of the page took care of it. */
  met: 'Nothing more is asked of you here.',
};

export type RequirementStrings = typeof requirement;
