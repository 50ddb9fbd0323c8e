export { administrationOf, type Administration } from './administration.js';
export type { CallOptions, MfaClient, StepUpHandler, Verb } from './mfa-client.js';
export { MfaError, type MfaErrorCode, type MfaErrorDetails, type StepUpRequirement } from './mfa-error.js';
export { clientFor, HttpMfaClient } from './http-client.js';
export { errorOf } from './problem-details.js';
export { stepUpFetch } from './step-up-fetch.js';
export type * from './views.js';
export type * from './views-administration.js';
export type * from '../ceremonies/ceremonies.js';
