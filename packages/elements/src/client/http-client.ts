import type {
  AuthenticationResponseJSON,
  CreationOptions,
  RegistrationResponseJSON,
  RequestOptions,
} from '../ceremonies/ceremonies.js';
import type { CallOptions, MfaClient, Verb } from './mfa-client.js';
import { MfaError } from './mfa-error.js';
import { errorOf } from './problem-details.js';
import { isSamePerson } from './same-person.js';
import { SessionChannel } from './session-channel.js';
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

/** A call without an answer for this long, in milliseconds, counts as offline. */
const PATIENCE = 30_000;

/** Speaks to the router of `@mfa-kit/server`. */
export class HttpMfaClient extends SessionChannel implements MfaClient {
  readonly #baseUrl: string;
  #refreshing: Promise<SessionView> | undefined;

  /** @param baseUrl where the host mounted the router, such as `/mfa`. */
  constructor(baseUrl: string) {
    super();
    this.#baseUrl = baseUrl.replace(/\/+$/, '');
  }

  /** Asks once for all who ask at the same time; the signal is therefore not passed on. */
  session(): Promise<SessionView> {
    return (this.#refreshing ??= this.#send<SessionView>('GET', '/session')
      .then((view) => this.announce(view))
      .finally(() => (this.#refreshing = undefined)));
  }

  readonly challenge = this.#plain<ChallengeView>('GET', '/challenge');
  readonly factors = this.#plain<Factors>('GET', '/factors');
  readonly startTotp = this.#plain<TotpEnrolment>('POST', '/totp');
  readonly recoveryCodes = this.#plain<RecoveryCodesStatus>('GET', '/recovery-codes');
  readonly regenerateRecoveryCodes = this.#plain<RecoveryCodes>('POST', '/recovery-codes');

  readonly sessions = this.#plain<{ sessions: readonly ActiveSession[] }>('GET', '/sessions');
  readonly devices = this.#plain<{ devices: readonly RememberedDevice[] }>('GET', '/devices');

  signIn(login: string, password: string, options?: CallOptions): Promise<SessionView> {
    return this.#change('/sign-in', { login, password }, options);
  }

  async signOut(options?: CallOptions): Promise<void> {
    await this.call('POST', '/sign-out', {}, options);
    this.announce({ state: 'signed-out' });
  }

  endSession(id: string, options?: CallOptions): Promise<void> {
    return this.call('DELETE', pathOf('sessions', id), {}, options);
  }

  endOtherSessions(options?: CallOptions): Promise<void> {
    return this.call('DELETE', '/sessions', {}, options);
  }

  forgetDevice(id: string, options?: CallOptions): Promise<void> {
    return this.call('DELETE', pathOf('devices', id), {}, options);
  }

  forgetAllDevices(options?: CallOptions): Promise<void> {
    return this.call('DELETE', '/devices', {}, options);
  }

  challengePassword(password: string, options?: CallOptions): Promise<SessionView> {
    return this.#change('/challenge/password', { password }, options);
  }

  challengeTotp(code: string, rememberDevice?: boolean, options?: CallOptions): Promise<SessionView> {
    return this.#change('/challenge/totp', { code, rememberDevice }, options);
  }

  challengeRecoveryCode(code: string, options?: CallOptions): Promise<SessionView> {
    return this.#change('/challenge/recovery-code', { code }, options);
  }

  readonly challengePasskeyOptions = this.#plain<{ options: RequestOptions }>(
    'POST',
    '/challenge/passkey/options',
  );

  challengePasskey(
    response: AuthenticationResponseJSON,
    rememberDevice?: boolean,
    options?: CallOptions,
  ): Promise<SessionView> {
    return this.#change('/challenge/passkey', { response, rememberDevice }, options);
  }

  readonly passkeySignInOptions = this.#plain<{ options: RequestOptions }>(
    'POST',
    '/passkey-sign-in/options',
  );

  passkeySignIn(response: AuthenticationResponseJSON, options?: CallOptions): Promise<SessionView> {
    return this.#change('/passkey-sign-in', { response }, options);
  }

  async requestRecovery(login: string, options?: CallOptions): Promise<void> {
    await this.call('POST', '/recovery', { login }, options);
  }

  recoveryStatus(token: string, options?: CallOptions): Promise<RecoveryView> {
    return this.call('POST', '/recovery/status', { token }, options);
  }

  openRecovery(token: string, options?: CallOptions): Promise<RecoveryView> {
    return this.call('POST', '/recovery/open', { token }, options);
  }

  cancelRecovery(token: string, options?: CallOptions): Promise<void> {
    return this.call('POST', '/recovery/cancel', { token }, options);
  }

  completeRecovery(token: string, password: string, options?: CallOptions): Promise<SessionView> {
    return this.#change('/recovery/complete', { token, password }, options);
  }

  async confirmTotp(
    id: string,
    code: string,
    name?: string,
    options?: CallOptions,
  ): Promise<TotpConfirmation> {
    const body = { code, ...(name && { name }) };
    const confirmation = await this.call<TotpConfirmation>(
      'POST',
      `${pathOf('totp', id)}/confirm`,
      body,
      options,
    );
    this.announce(confirmation.session);
    return confirmation;
  }

  renameTotp(id: string, name: string, options?: CallOptions): Promise<TotpFactor> {
    return this.call('PATCH', pathOf('totp', id), { name }, options);
  }

  removeTotp(id: string, options?: CallOptions): Promise<void> {
    return this.call('DELETE', pathOf('totp', id), {}, options);
  }

  removeAllFactors(options?: CallOptions): Promise<void> {
    return this.call('DELETE', '/factors', {}, options);
  }

  readonly passkeys = this.#plain<{ passkeys: readonly Passkey[] }>('GET', '/passkeys');

  passkeyOptions(
    wanted: { kind?: PasskeyKind; conditional?: boolean } = {},
    options?: CallOptions,
  ): Promise<{ options: CreationOptions }> {
    return this.call('POST', '/passkeys/options', wanted, options);
  }

  async addPasskey(
    response: RegistrationResponseJSON,
    name?: string,
    options?: CallOptions,
  ): Promise<PasskeyAddition> {
    const body = { response, ...(name && { name }) };
    const addition = await this.call<PasskeyAddition>('POST', '/passkeys', body, options);
    this.announce(addition.session);
    return addition;
  }

  renamePasskey(
    id: string,
    name: string,
    options?: CallOptions,
  ): Promise<{ passkey: Passkey; signals: Signals }> {
    return this.call('PATCH', pathOf('passkeys', id), { name }, options);
  }

  removePasskey(id: string, options?: CallOptions): Promise<{ signals: Signals }> {
    return this.call('DELETE', pathOf('passkeys', id), {}, options);
  }

  confirmRecoveryCodes(options?: CallOptions): Promise<void> {
    return this.call('POST', '/recovery-codes/confirm', {}, options);
  }

  activity(filter: ActivityFilter = {}, cursor?: string, options?: CallOptions): Promise<ActivityPage> {
    return this.call('GET', `/activity${queryOf({ ...filter, cursor })}`, undefined, options);
  }

  reportActivity(id: string, options?: CallOptions): Promise<{ next: readonly ActivityAdvice[] }> {
    return this.call('POST', `${pathOf('activity', id)}/report`, {}, options);
  }

  activityFile(format: 'csv' | 'json', filter: ActivityFilter = {}): string {
    return `${this.#baseUrl}/activity.${format}${queryOf({ ...filter })}`;
  }

  /** A call that needs nothing to be said. */
  #plain<Answer>(verb: Verb, path: string): (options?: CallOptions) => Promise<Answer> {
    return (options) => this.call(verb, path, verb === 'GET' ? undefined : {}, options);
  }

  /** A call that answers the session view. */
  async #change(path: string, body: object, options?: CallOptions): Promise<SessionView> {
    return this.announce(await this.call<SessionView>('POST', path, body, options));
  }

  call<Answer>(verb: Verb, path: string, body?: object, options?: CallOptions): Promise<Answer> {
    return this.withStepUp(() => this.#withCsrf<Answer>(verb, path, body, options?.signal), options);
  }

  /** The token changes with the session, perhaps in another tab: a refused one is fetched anew and the call repeated once. */
  async #withCsrf<Answer>(verb: Verb, path: string, body?: object, signal?: AbortSignal): Promise<Answer> {
    try {
      return await this.#send<Answer>(verb, path, body, signal);
    } catch (error) {
      if (!(error instanceof MfaError) || error.code !== 'csrf_failed') throw error;
      const before = this.current;
      if (!isSamePerson(before, await this.session())) throw error;
      return this.#send<Answer>(verb, path, body, signal);
    }
  }

  async #send<Answer>(verb: Verb, path: string, body?: object, signal?: AbortSignal): Promise<Answer> {
    const csrf = this.current?.csrf;
    const patience = AbortSignal.timeout(PATIENCE);
    let response: Response;
    try {
      response = await fetch(this.#baseUrl + path, {
        method: verb,
        headers: body ? { 'Content-Type': 'application/json', ...(csrf && { 'X-MFA-CSRF': csrf }) } : {},
        body: body ? JSON.stringify(body) : null,
        signal: signal ? AbortSignal.any([signal, patience]) : patience,
      });
    } catch {
      signal?.throwIfAborted();
      throw new MfaError('offline');
    }
    if (!response.ok) throw await this.#refusal(response);
    if (response.status === 204) return undefined as Answer;
    try {
      return (await response.json()) as Answer;
    } catch {
      signal?.throwIfAborted();
      throw new MfaError('unexpected', { status: response.status });
    }
  }

  /** A session that ended on the server has ended for everybody who follows it here. */
  async #refusal(response: Response): Promise<MfaError> {
    const error = await errorOf(response);
    const ended = error.code === 'session_required' || error.code === 'challenge_expired';
    if (ended && this.current?.state !== 'signed-out') this.announce({ state: 'signed-out' });
    return error;
  }
}

function pathOf(what: string, id: string): string {
  return `/${what}/${encodeURIComponent(id)}`;
}

/** What stands after the path; nothing where nothing is asked. */
function queryOf(asked: Record<string, string | undefined>): string {
  const said = Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return said.length ? `?${String(new URLSearchParams(said))}` : '';
}

const clients = new Map<string, MfaClient>();

/** The client of this page for a base URL: all elements that name the same one follow the same session. */
export function clientFor(baseUrl: string): MfaClient {
  let client = clients.get(baseUrl);
  if (!client) clients.set(baseUrl, (client = new HttpMfaClient(baseUrl)));
  return client;
}
