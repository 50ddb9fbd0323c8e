import type { AuthenticationResponseJSON, RequestOptions } from '../ceremonies/ceremonies.js';
import { OnDemand } from '../foundation/on-demand.js';
import type { CallOptions, LaterCalls, MfaClient, Verb } from './mfa-client.js';
import { MfaError } from './mfa-error.js';
import { errorOf } from './problem-details.js';
import { isSamePerson } from './same-person.js';
import { SessionChannel } from './session-channel.js';
import type {
  ActiveSession,
  ActivityFilter,
  ActivityPage,
  ChallengeView,
  Factors,
  RecoveryCodesStatus,
  RememberedDevice,
  SessionView,
} from './views.js';

/** A call without an answer for this long, in milliseconds, counts as offline. */
const PATIENCE = 30_000;

/** Fetched with the first call of its own: none is made before somebody has done something. */
const later = new OnDemand(() => import('./later-calls.js'));

const LATER = [
  'endSession',
  'endOtherSessions',
  'forgetDevice',
  'forgetAllDevices',
  'requestRecovery',
  'openRecovery',
  'recoveryStatus',
  'cancelRecovery',
  'completeRecovery',
  'startTotp',
  'confirmTotp',
  'renameTotp',
  'removeTotp',
  'removeAllFactors',
  'passkeyOptions',
  'addPasskey',
  'passkeys',
  'renamePasskey',
  'removePasskey',
  'regenerateRecoveryCodes',
  'confirmRecoveryCodes',
  'reportActivity',
] as const satisfies readonly (keyof LaterCalls)[];

/** Speaks to the router of `@mfa-kit/server`. */
export class HttpMfaClient
  extends (SessionChannel as abstract new () => SessionChannel & LaterCalls)
  implements MfaClient
{
  static {
    for (const name of LATER)
      Object.assign(this.prototype, {
        async [name](this: HttpMfaClient, ...given: never[]): Promise<unknown> {
          const { laterCalls } = await later.load();
          const calls = laterCalls(this.call.bind(this), (session) => this.announce(session));
          return (calls[name] as (...given: never[]) => Promise<unknown>)(...given);
        },
      });
  }

  readonly #baseUrl: string;
  #refreshing: Promise<SessionView> | undefined;

  /** @param baseUrl where the host mounted the router, such as `/mfa`. */
  constructor(baseUrl: string) {
    super();
    this.#baseUrl = baseUrl.replace(/\/+$/, '');
  }

  /**
   * Asks once for all who ask at the same time; the signal is therefore not passed on. What became known meanwhile, of a sign-in or a
   * step-up, is newer than the answer.
   */
  session(): Promise<SessionView> {
    const before = this.current;
    return (this.#refreshing ??= this.#send<SessionView>('GET', '/session')
      .then((view) => (before === this.current ? this.announce(view) : (this.current ?? view)))
      .finally(() => (this.#refreshing = undefined)));
  }

  readonly challenge = this.#plain<ChallengeView>('GET', '/challenge');
  readonly factors = this.#plain<Factors>('GET', '/factors');
  readonly recoveryCodes = this.#plain<RecoveryCodesStatus>('GET', '/recovery-codes');

  readonly sessions = this.#plain<{ sessions: readonly ActiveSession[] }>('GET', '/sessions');
  readonly devices = this.#plain<{ devices: readonly RememberedDevice[] }>('GET', '/devices');

  signIn(login: string, password: string, options?: CallOptions): Promise<SessionView> {
    return this.#change('/sign-in', { login, password }, options);
  }

  async signOut(options?: CallOptions): Promise<void> {
    await this.call('POST', '/sign-out', {}, options);
    this.announce({ state: 'signed-out' });
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

  activity(filter: ActivityFilter = {}, cursor?: string, options?: CallOptions): Promise<ActivityPage> {
    return this.call('GET', `/activity${queryOf({ ...filter, cursor })}`, undefined, options);
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
        signal: AbortSignal.any([signal ?? patience, patience]),
      });
    } catch {
      signal?.throwIfAborted();
      throw new MfaError('offline');
    }
    if (!response.ok) throw await this.#refusal(response);
    if (response.status === 204) return undefined as Answer;
    const answer: unknown = await response.json().catch(() => undefined);
    signal?.throwIfAborted();
    if (answer instanceof Object) return answer as Answer;
    // Read to its end, and no refusal: `unexpected`.
    throw await errorOf(response);
  }

  /** A session that ended on the server has ended for everybody who follows it here. */
  async #refusal(response: Response): Promise<MfaError> {
    const error = await errorOf(response);
    const ended = error.code === 'session_required' || error.code === 'challenge_expired';
    if (ended && this.current?.state !== 'signed-out') this.announce({ state: 'signed-out' });
    return error;
  }
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
