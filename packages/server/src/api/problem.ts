import type { Requirement } from '../policy/requirement.ts';

/** Every error code of the API with its status; `docs/errors.md` says what each one means and what to do about it. */
export const STATUS_OF_CODE = {
  validation_failed: 400,
  invalid_credentials: 401,
  session_required: 401,
  challenge_required: 401,
  challenge_expired: 401,
  step_up_required: 401,
  invalid_code: 401,
  passkey_rejected: 401,
  enrolment_required: 403,
  mfa_required: 403,
  forbidden: 403,
  cross_site: 403,
  csrf_failed: 403,
  not_found: 404,
  last_factor: 409,
  already_registered: 409,
  conflict: 409,
  factor_limit: 409,
  expired: 410,
  payload_too_large: 413,
  unsupported_media_type: 415,
  factor_locked: 423,
  too_many_attempts: 429,
  unavailable: 503,
} as const;

export type ProblemCode = keyof typeof STATUS_OF_CODE;

/** What would make a refused call pass: which methods, proven how recently, for what. */
export interface StepUp {
  readonly methods: readonly string[];
  /** Seconds. */
  readonly maxAge: number;
  readonly action: string;
}

export interface FieldProblem {
  /** Where in the body, `name` or `items.0.id`; empty for the body as a whole. */
  readonly path: string;
  readonly code: string;
}

export interface ProblemDetails {
  /** The true cause, for the log and the audit only; never leaves the server. */
  readonly reason?: string;
  /** Seconds. */
  readonly retryAfter?: number;
  readonly stepUp?: StepUp;
  /** With `step_up_required`: the assurance level that the action asks for. */
  readonly level?: 1 | 2;
  /** With `mfa_required`: what policy asks of the person, why and since when. */
  readonly requirement?: Requirement;
  readonly fields?: readonly FieldProblem[];
  /** With `passkey_rejected` at a sign-in by passkey alone: this server knows no such credential, so the browser may stop offering it. */
  readonly unknownCredential?: true;
  readonly cause?: unknown;
}

/** A refusal with a stable code. What a client sees is the code and its own extras; `reason` and `cause` stay inside. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(details.reason ? `${code}: ${details.reason}` : code, { cause: details.cause });
    this.name = 'Problem';
    this.code = code;
    this.status = STATUS_OF_CODE[code];
    this.details = details;
  }
}
