export * from './mfa-provider.js';
export * from './mfa-code-input.js';
export * from './mfa-sign-in.js';
export * from './mfa-challenge.js';
export * from './mfa-step-up.js';
export * from './mfa-enroll.js';
export * from './recovery-codes.js';
export * from './totp-list.js';
