import type { CeremonyErrorCode } from '../ceremonies/ceremonies.js';
import type { Requirement } from './views.js';

/**
 * The server's codes, those of a passkey ceremony, and two of the browser's own: `offline` (no answer came) and `unexpected` (none that
 * makes sense).
 */
export type MfaErrorCode =
  | CeremonyErrorCode
  | 'validation_failed'
  | 'invalid_credentials'
  | 'session_required'
  | 'challenge_required'
  | 'challenge_expired'
  | 'step_up_required'
  | 'invalid_code'
  | 'passkey_rejected'
  | 'enrolment_required'
  | 'mfa_required'
  | 'forbidden'
  | 'cross_site'
  | 'csrf_failed'
  | 'not_found'
  | 'last_factor'
  | 'already_registered'
  | 'conflict'
  | 'factor_limit'
  | 'expired'
  | 'payload_too_large'
  | 'unsupported_media_type'
  | 'too_many_attempts'
  | 'factor_locked'
  | 'unavailable'
  | 'offline'
  | 'unexpected';

/** What has to be proven again before a refused call is let through. */
export interface StepUpRequirement {
  methods: readonly string[];
  /** How old the proof may be, in seconds. */
  maxAge: number;
  action: string;
}

export interface MfaErrorDetails {
  /** HTTP status; 0 where no answer came. */
  status?: number;
  /** Seconds until another try makes sense. */
  retryAfter?: number;
  stepUp?: StepUpRequirement;
  requirement?: Requirement;
  fields?: readonly { path: string; code: string }[];
  requestId?: string;
  /** The server has never known this passkey, or no longer does; the browser may forget it. */
  unknownCredential?: boolean;
}

/** A call that was refused or did not get through. Carries a code to translate, never a sentence to show. */
export class MfaError extends Error {
  override readonly name = 'MfaError';
  readonly code: MfaErrorCode;
  readonly status: number;
  readonly retryAfter: number | undefined;
  readonly stepUp: StepUpRequirement | undefined;
  /** With `mfa_required`: what policy asks, why and since when. */
  readonly requirement: Requirement | undefined;
  readonly fields: readonly { path: string; code: string }[];
  /** To quote when asking support. */
  readonly requestId: string | undefined;
  /** The passkey that was used is none of this server's. */
  readonly unknownCredential: boolean;

  constructor(code: MfaErrorCode, details: MfaErrorDetails = {}) {
    super(code);
    this.code = code;
    ({
      status: this.status = 0,
      retryAfter: this.retryAfter,
      stepUp: this.stepUp,
      requirement: this.requirement,
      fields: this.fields = [],
      requestId: this.requestId,
      unknownCredential: this.unknownCredential = false,
    } = details);
  }
}
