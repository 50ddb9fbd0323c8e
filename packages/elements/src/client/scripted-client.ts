import type { Ceremonies } from '../ceremonies/ceremonies.js';
import { ScriptedCeremonies } from '../ceremonies/scripted-ceremonies.js';
import type { Administration } from './administration.js';
import type { CallOptions, MfaClient } from './mfa-client.js';
import { MfaError, type MfaErrorCode, type MfaErrorDetails } from './mfa-error.js';
import { orAborted } from './or-aborted.js';
import { SessionChannel } from './session-channel.js';
import { believableAnswers } from './scripted-answers.js';
import type { ActivityFilter, SessionView } from './views.js';

/** For scripts of pages that somebody sees who has signed in: `{ session: signedIn }`. */
export { signedIn } from './scripted-answers.js';

/** What a client has beside calls that ask the server and have a name. */
type NoCall =
  | 'ceremonies'
  | 'administration'
  | 'current'
  | 'subscribe'
  | 'handleStepUp'
  | 'stepUp'
  | 'activityFile'
  | 'call';

type Calls = Omit<MfaClient, NoCall> & Omit<Administration, 'auditFile'>;

/** The calls of `MfaClient`, and those of its administration, that ask the server. */
export type CallName = keyof Calls;

type Result<Call extends CallName> = Awaited<ReturnType<Calls[Call]>>;

/** What a call gets: a value, a refusal to throw, or a function of the call's own parameters that answers or throws. */
export type Answer<Call extends CallName> =
  | Result<Call>
  | MfaError
  | ((...parameters: Parameters<Calls[Call]>) => Result<Call> | Promise<Result<Call>>);

/** Per call one answer, or a list that is gone through and whose last stays. */
export type Script = { [Call in CallName]?: Answer<Call> | readonly Answer<Call>[] };

export interface RecordedCall {
  call: CallName;
  parameters: readonly unknown[];
}

/** A refusal, for scripts. */
export function refused(code: MfaErrorCode, details: MfaErrorDetails = {}): MfaError {
  return new MfaError(code, details);
}

/** An answer that never comes: the call stays under way until it is given up. */
export function never(): () => Promise<never> {
  return () => new Promise<never>(() => undefined);
}

/**
 * A client without a server, for stories and tests. What the script leaves out is answered believably: Ada signs in with any password
 * but `wrong`, and any code is right but `000000`.
 */
export class ScriptedMfaClient extends SessionChannel implements MfaClient {
  /** Every call so far, in order, with all parameters but the options. */
  readonly calls: RecordedCall[] = [];
  readonly #script: Record<string, unknown[]> = {};

  /**
   * @param script what calls get.
   * @param ceremonies what stands in for the authenticator; by default one with which everything succeeds.
   */
  constructor(
    script: Script = {},
    readonly ceremonies: Ceremonies = new ScriptedCeremonies(),
  ) {
    super();
    for (const [call, answers] of Object.entries({ ...believableAnswers(), ...script })) {
      this.#script[call] = Array.isArray(answers) ? [...(answers as unknown[])] : [answers];
    }
  }

  /** Replaces what a call gets from now on. */
  play<Call extends CallName>(call: Call, ...answers: Answer<Call>[]): this {
    this.#script[call] = answers;
    return this;
  }

  /** How often a call was made. */
  count(call: CallName): number {
    return this.calls.filter((made) => made.call === call).length;
  }

  /** Tells all who follow of a session that changed elsewhere, as another tab would. */
  switchTo(session: SessionView): void {
    this.announce(session);
  }

  session: MfaClient['session'] = (options) => this.#view('session', [], options);
  signIn: MfaClient['signIn'] = (login, password, options) =>
    this.#view('signIn', [login, password], options);
  signOut: MfaClient['signOut'] = async (options) => {
    await this.#answer('signOut', [], options);
    this.announce({ state: 'signed-out' });
  };
  sessions: MfaClient['sessions'] = (options) => this.#answer('sessions', [], options);
  endSession: MfaClient['endSession'] = (id, options) => this.#answer('endSession', [id], options);
  endOtherSessions: MfaClient['endOtherSessions'] = (options) =>
    this.#answer('endOtherSessions', [], options);
  devices: MfaClient['devices'] = (options) => this.#answer('devices', [], options);
  forgetDevice: MfaClient['forgetDevice'] = (id, options) => this.#answer('forgetDevice', [id], options);
  forgetAllDevices: MfaClient['forgetAllDevices'] = (options) =>
    this.#answer('forgetAllDevices', [], options);
  challenge: MfaClient['challenge'] = (options) => this.#answer('challenge', [], options);
  challengePassword: MfaClient['challengePassword'] = (password, options) =>
    this.#view('challengePassword', [password], options);
  challengeTotp: MfaClient['challengeTotp'] = (code, rememberDevice, options) =>
    this.#view('challengeTotp', [code, rememberDevice], options);
  challengeRecoveryCode: MfaClient['challengeRecoveryCode'] = (code, options) =>
    this.#view('challengeRecoveryCode', [code], options);
  challengePasskeyOptions: MfaClient['challengePasskeyOptions'] = (options) =>
    this.#answer('challengePasskeyOptions', [], options);
  challengePasskey: MfaClient['challengePasskey'] = (response, rememberDevice, options) =>
    this.#view('challengePasskey', [response, rememberDevice], options);
  passkeySignInOptions: MfaClient['passkeySignInOptions'] = (options) =>
    this.#answer('passkeySignInOptions', [], options);
  passkeySignIn: MfaClient['passkeySignIn'] = (response, options) =>
    this.#view('passkeySignIn', [response], options);
  requestRecovery: MfaClient['requestRecovery'] = (login, options) =>
    this.#answer('requestRecovery', [login], options);
  recoveryStatus: MfaClient['recoveryStatus'] = (token, options) =>
    this.#answer('recoveryStatus', [token], options);
  openRecovery: MfaClient['openRecovery'] = (token, options) =>
    this.#answer('openRecovery', [token], options);
  cancelRecovery: MfaClient['cancelRecovery'] = (token, options) =>
    this.#answer('cancelRecovery', [token], options);
  completeRecovery: MfaClient['completeRecovery'] = (token, password, options) =>
    this.#view('completeRecovery', [token, password], options);
  factors: MfaClient['factors'] = (options) => this.#answer('factors', [], options);
  removeAllFactors: MfaClient['removeAllFactors'] = (options) =>
    this.#answer('removeAllFactors', [], options);
  startTotp: MfaClient['startTotp'] = (options) => this.#answer('startTotp', [], options);
  confirmTotp: MfaClient['confirmTotp'] = async (id, code, name, options) => {
    const confirmation = await this.#answer('confirmTotp', [id, code, name], options);
    this.announce(confirmation.session);
    return confirmation;
  };
  renameTotp: MfaClient['renameTotp'] = (id, name, options) =>
    this.#answer('renameTotp', [id, name], options);
  removeTotp: MfaClient['removeTotp'] = (id, options) => this.#answer('removeTotp', [id], options);
  passkeyOptions: MfaClient['passkeyOptions'] = (wanted, options) =>
    this.#answer('passkeyOptions', [wanted], options);
  addPasskey: MfaClient['addPasskey'] = async (response, name, options) => {
    const addition = await this.#answer('addPasskey', [response, name], options);
    this.announce(addition.session);
    return addition;
  };
  passkeys: MfaClient['passkeys'] = (options) => this.#answer('passkeys', [], options);
  renamePasskey: MfaClient['renamePasskey'] = (id, name, options) =>
    this.#answer('renamePasskey', [id, name], options);
  removePasskey: MfaClient['removePasskey'] = (id, options) => this.#answer('removePasskey', [id], options);
  recoveryCodes: MfaClient['recoveryCodes'] = (options) => this.#answer('recoveryCodes', [], options);
  regenerateRecoveryCodes: MfaClient['regenerateRecoveryCodes'] = (options) =>
    this.#answer('regenerateRecoveryCodes', [], options);
  confirmRecoveryCodes: MfaClient['confirmRecoveryCodes'] = (options) =>
    this.#answer('confirmRecoveryCodes', [], options);
  activity: MfaClient['activity'] = (filter, cursor, options) =>
    this.#answer('activity', [filter, cursor], options);
  reportActivity: MfaClient['reportActivity'] = (id, options) =>
    this.#answer('reportActivity', [id], options);

  readonly administration: Administration = {
    policy: (options) => this.#answer('policy', [], options),
    changePolicy: (policy, options) => this.#answer('changePolicy', [policy], options),
    members: (filter, cursor, options) => this.#answer('members', [filter, cursor], options),
    resetMember: (id, reason, options) => this.#answer('resetMember', [id, reason], options),
    exemptMember: (id, reason, until, options) => this.#answer('exemptMember', [id, reason, until], options),
    workspaceActivity: (filter, cursor, options) =>
      this.#answer('workspaceActivity', [filter, cursor], options),
    auditFile: (filter = {}) => `/mfa/admin/audit.csv?${String(new URLSearchParams({ ...filter }))}`,
    adoption: (range, options) => this.#answer('adoption', [range], options),
    recoveryCases: (cursor, options) => this.#answer('recoveryCases', [cursor], options),
    startRecoveryCase: (wanted, options) => this.#answer('startRecoveryCase', [wanted], options),
    approveRecoveryCase: (id, options) => this.#answer('approveRecoveryCase', [id], options),
    rejectRecoveryCase: (id, reason, options) => this.#answer('rejectRecoveryCase', [id, reason], options),
  };

  /** No server: what has no name here has no answer either. */
  call(): Promise<never> {
    return Promise.reject(new MfaError('not_found'));
  }

  /** No server, no file: the address is right for one at `/mfa`. */
  activityFile(format: 'csv' | 'json', filter: ActivityFilter = {}): string {
    return `/mfa/activity.${format}?${String(new URLSearchParams({ ...filter }))}`;
  }

  async #view(
    call:
      | 'session'
      | 'signIn'
      | 'challengePassword'
      | 'challengeTotp'
      | 'challengeRecoveryCode'
      | 'challengePasskey'
      | 'passkeySignIn'
      | 'completeRecovery',
    parameters: unknown[],
    options?: CallOptions,
  ): Promise<SessionView> {
    return this.announce(await this.#answer(call, parameters, options));
  }

  #answer<Call extends CallName>(
    call: Call,
    parameters: unknown[],
    options?: CallOptions,
  ): Promise<Result<Call>> {
    return this.withStepUp(async (): Promise<Result<Call>> => {
      options?.signal?.throwIfAborted();
      this.calls.push({ call, parameters });
      const answers = this.#script[call] ?? [];
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      const played =
        typeof answer === 'function' ? (answer as (...given: unknown[]) => unknown)(...parameters) : answer;
      const result = await orAborted(Promise.resolve(played), options?.signal);
      if (result instanceof MfaError) throw result;
      return result as Result<Call>;
    }, options);
  }
}
