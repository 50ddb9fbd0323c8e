import type {
  AuthenticationResponseJSON,
  Ceremonies,
  CreationOptions,
  RegistrationResponseJSON,
  RequestOptions,
} from '../ceremonies/ceremonies.js';
import type { Administration } from './administration.js';
import type { StepUpRequirement } from './mfa-error.js';
import type {
  ActiveSession,
  ActivityAdvice,
  ActivityFilter,
  ActivityPage,
  ChallengeView,
  Factors,
  Passkey,
  PasskeyAddition,
  PasskeyKind,
  RecoveryCodes,
  RecoveryCodesStatus,
  RecoveryView,
  RememberedDevice,
  SessionView,
  Signals,
  TotpConfirmation,
  TotpEnrolment,
  TotpFactor,
} from './views.js';

export interface CallOptions {
  /** Gives the call up; it then rejects with the signal's reason. */
  signal?: AbortSignal;
}

export type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Asks the person to prove again. Resolves to whether they did; the signal says that nobody waits for it any more. */
export type StepUpHandler = (
  requirement: StepUpRequirement,
  options: Required<CallOptions>,
) => Promise<boolean>;

/** Calls that take a click, and mostly a panel: a client need not have at hand before what they send. */
export interface LaterCalls {
  /** Ends another session than this one, which `signOut()` ends. */
  endSession(id: string, options?: CallOptions): Promise<void>;
  /** Ends all sessions but this one, and forgets all remembered devices. */
  endOtherSessions(options?: CallOptions): Promise<void>;

  forgetDevice(id: string, options?: CallOptions): Promise<void>;
  forgetAllDevices(options?: CallOptions): Promise<void>;

  /** Has an email sent to whoever has this login; the answer is the same when nobody has. */
  requestRecovery(login: string, options?: CallOptions): Promise<void>;
  /** Begins the wait. @param token of an open link. */
  openRecovery(token: string, options?: CallOptions): Promise<RecoveryView>;
  /** How far a recovery is. @param token of an open or finish link. Changes nothing. */
  recoveryStatus(token: string, options?: CallOptions): Promise<RecoveryView>;
  /** The answer is the same for links that are used, or none. @param token of any link. */
  cancelRecovery(token: string, options?: CallOptions): Promise<void>;
  /** Opens a session that may only set up a factor. @param token of a finish link. */
  completeRecovery(token: string, password: string, options?: CallOptions): Promise<SessionView>;

  /** Switches multi-factor authentication off, where policy allows it. */
  removeAllFactors(options?: CallOptions): Promise<void>;

  startTotp(options?: CallOptions): Promise<TotpEnrolment>;
  /** @param name 1 to 64 characters; the server chooses one where it is left out. */
  confirmTotp(id: string, code: string, name?: string, options?: CallOptions): Promise<TotpConfirmation>;
  renameTotp(id: string, name: string, options?: CallOptions): Promise<TotpFactor>;
  /** Removes a factor, or drops a pending enrolment. */
  removeTotp(id: string, options?: CallOptions): Promise<void>;

  /**
   * @param wanted.kind where the person wants it; left out, the browser asks.
   * @param wanted.conditional for a passkey that the password manager makes without asking.
   */
  passkeyOptions(
    wanted?: { kind?: PasskeyKind; conditional?: boolean },
    options?: CallOptions,
  ): Promise<{ options: CreationOptions }>;
  /** @param name 1 to 64 characters; the server chooses one where it is left out. */
  addPasskey(
    response: RegistrationResponseJSON,
    name?: string,
    options?: CallOptions,
  ): Promise<PasskeyAddition>;
  passkeys(options?: CallOptions): Promise<{ passkeys: readonly Passkey[] }>;
  renamePasskey(
    id: string,
    name: string,
    options?: CallOptions,
  ): Promise<{ passkey: Passkey; signals: Signals }>;
  removePasskey(id: string, options?: CallOptions): Promise<{ signals: Signals }>;

  /** Makes ten new codes; the old set is dead from then on. */
  regenerateRecoveryCodes(options?: CallOptions): Promise<RecoveryCodes>;
  /** "I have saved them." */
  confirmRecoveryCodes(options?: CallOptions): Promise<void>;

  /** "This wasn't me." Answers what to do now, the most urgent first; nothing is ended or changed by it. */
  reportActivity(id: string, options?: CallOptions): Promise<{ next: readonly ActivityAdvice[] }>;
}

/**
 * All that elements know of the server. `HttpMfaClient` speaks to the router of `@mfa-kit/server`, `ScriptedMfaClient` plays a part;
 * a host may bring its own. Every call rejects with an `MfaError`, or with the reason of its signal.
 */
export interface MfaClient extends LaterCalls {
  /** Who talks to the authenticator. Left out: the browser itself. */
  readonly ceremonies?: Ceremonies;

  /** Who answers what those who administer ask. Left out: `call()` carries it. */
  readonly administration?: Administration;

  /** The last session view that came by; undefined until one did. */
  readonly current: SessionView | undefined;

  /** Calls the listener with each session view from now on. Answers how to stop. */
  subscribe(listener: (session: SessionView) => void): () => void;

  /** Installs what asks for a step-up; the latest wins. Answers how to uninstall. */
  handleStepUp(handler: StepUpHandler): () => void;

  /**
   * Asks the person to prove again, once for all who ask at the same time. False without a handler, when they cancel, or when somebody
   * else has signed in meanwhile.
   */
  stepUp(requirement: StepUpRequirement, options?: CallOptions): Promise<boolean>;

  session(options?: CallOptions): Promise<SessionView>;
  signIn(login: string, password: string, options?: CallOptions): Promise<SessionView>;
  signOut(options?: CallOptions): Promise<void>;

  sessions(options?: CallOptions): Promise<{ sessions: readonly ActiveSession[] }>;

  devices(options?: CallOptions): Promise<{ devices: readonly RememberedDevice[] }>;

  challenge(options?: CallOptions): Promise<ChallengeView>;
  challengePassword(password: string, options?: CallOptions): Promise<SessionView>;
  /** @param rememberDevice asks to skip the challenge in this browser; ignored inside a session. */
  challengeTotp(code: string, rememberDevice?: boolean, options?: CallOptions): Promise<SessionView>;
  challengeRecoveryCode(code: string, options?: CallOptions): Promise<SessionView>;
  challengePasskeyOptions(options?: CallOptions): Promise<{ options: RequestOptions }>;
  /** @param rememberDevice as for `challengeTotp()`. */
  challengePasskey(
    response: AuthenticationResponseJSON,
    rememberDevice?: boolean,
    options?: CallOptions,
  ): Promise<SessionView>;

  passkeySignInOptions(options?: CallOptions): Promise<{ options: RequestOptions }>;
  /** Both factors at once, nobody named: the passkey says who it is. */
  passkeySignIn(response: AuthenticationResponseJSON, options?: CallOptions): Promise<SessionView>;

  factors(options?: CallOptions): Promise<Factors>;

  recoveryCodes(options?: CallOptions): Promise<RecoveryCodesStatus>;

  /** @param cursor `next` of an earlier answer, for what happened before. */
  activity(filter?: ActivityFilter, cursor?: string, options?: CallOptions): Promise<ActivityPage>;
  /** The address of a file with all that matches, for a link. Asks nothing. */
  activityFile(format: 'csv' | 'json', filter?: ActivityFilter): string;

  /**
   * A call of the router that has no name here, with token and step-up like all others.
   *
   * @param path below the base URL.
   * @param body left out for a call that changes nothing.
   */
  call<Answer>(verb: Verb, path: string, body?: object, options?: CallOptions): Promise<Answer>;
}
