import type { Obstacle } from '../ceremonies/ceremonies.js';
import { obstacleOf } from '../ceremonies/obstacle.js';
import { passkeys } from '../ceremonies/passkeys.js';
import type { CallOptions } from '../client/mfa-client.js';
import { MfaError } from '../client/mfa-error.js';
import type { Factors, Passkey, PasskeyKind, SessionView } from '../client/views.js';
import { Flow } from '../foundation/flow.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { codesView } from '../recovery-codes/on-demand.js';
import { ServerCall } from '../foundation/server-call.js';
import { passkeyChanges } from './on-demand.js';

/**
 * The states of the list, and where each may lead:
 *
 * ```
 * loading ──→ list ⇄ renaming
 *    │        │  ⇄ removing
 *    │        │  ⇄ choosing ⇄ adding ──→ saving ──→ list      recovery codes, with a first factor
 *    │        └──⇄ instead                                    an authenticator app, where there are no passkeys
 *    └──→ unreachable ──→ loading
 * ```
 */
export type PasskeyListState =
  | { name: 'loading' }
  | { name: 'unreachable'; error: MfaError }
  | { name: 'list'; trouble?: MfaError }
  | { name: 'choosing'; trouble?: MfaError }
  /** The browser asks for the passkey, or the server looks at it. */
  | { name: 'adding'; kind: PasskeyKind }
  | { name: 'saving' }
  | { name: 'instead' }
  | { name: 'renaming'; passkey: Passkey; isMissing?: boolean; trouble?: MfaError }
  | { name: 'removing'; passkey: Passkey; trouble?: MfaError };

/** What came about, for the element to tell. */
export type Outcome = { name: 'added' } | { name: 'renamed' | 'removed'; passkey: Passkey };

interface Audience {
  /** Called at each change of state, before the element renders it. */
  entered(state: PasskeyListState, before: PasskeyListState): void;
  /** Called for what succeeded, after the state it led to was entered. */
  succeeded(outcome: Outcome): void;
  /** Takes the recovery codes, which nothing here keeps. The state is `saving`. */
  codesMade(codes: readonly string[]): void;
}

/**
 * What happens to a person's passkeys. Owns the list, what is being done to which of them, the calls and the ceremony. Does not own the
 * recovery codes, what was typed, the words, or the focus.
 * It is a controller because calls and ceremonies end when the element leaves the page.
 */
export class PasskeyListController extends Flow<PasskeyListState> {
  /** What the server said; undefined until it did. */
  factors: Factors | undefined;
  /** Whether this device itself can keep a passkey. */
  hasPlatform = true;

  readonly #audience: Audience;
  readonly #reading: ServerCall;

  constructor(host: MfaElement, audience: Audience) {
    super(host, { name: 'loading' }, (state, before) => {
      audience.entered(state, before);
    });
    this.#audience = audience;
    this.#reading = new ServerCall(host);
  }

  /** Whether reading the list takes so long that it should show. */
  override get slow(): boolean {
    return this.#reading.slow;
  }

  get passkeys(): readonly Passkey[] {
    return this.factors?.passkeys ?? [];
  }

  /** Why no passkey can be made on this page. */
  get obstacle(): Obstacle | undefined {
    return obstacleOf(this.host.mfa);
  }

  /** Whether nothing is left to prove with once one passkey is gone. */
  get isLast(): boolean {
    return this.passkeys.length + (this.factors?.totp.length ?? 0) === 1;
  }

  hostDisconnected(): void {
    // What a person has to prove with is kept nowhere that nobody sees.
    this.factors = undefined;
  }

  load(): void {
    this.call.cancel();
    // A page that only moves the element must not cost the person the codes that are on show.
    if (!this.#isElsewhere) this.enter({ name: 'loading' });
    this.#read();
    if (!this.obstacle) passkeys.preload();
  }

  /** Follows the session: passkeys were added, used or removed elsewhere. */
  follow({ state }: SessionView): void {
    if (state === 'signed-in') this.#read();
    else if (!this.#isElsewhere) this.enter({ name: 'unreachable', error: new MfaError('session_required') });
  }

  /** Another element is at work, which tells for itself what becomes of the session. */
  get #isElsewhere(): boolean {
    return this.state.name === 'saving' || this.state.name === 'instead';
  }

  /** Asks where the passkey shall be kept. */
  choose(): void {
    this.attempt(
      async () => {
        const [{ ceremoniesOf }] = await Promise.all([passkeys.load(), passkeyChanges.load()]);
        this.hasPlatform = (await ceremoniesOf(this.host.mfa).capabilities()).platform;
      },
      () => {
        this.enter({ name: 'choosing' });
      },
      (trouble) => ({ name: 'list', trouble }),
    );
  }

  /** Has the browser make a passkey. Only ever by a click: a failure leads back to the question. */
  add(kind: PasskeyKind): void {
    if (this.isBusy) return;
    this.enter({ name: 'adding', kind });
    this.#change(
      async (options) => {
        const [{ addPasskey }] = await Promise.all([passkeys.load(), codesView.load()]);
        return addPasskey(this.host.mfa, { ...options, kind });
      },
      ({ passkey, recoveryCodes }) => {
        const others = this.passkeys.filter(({ id }) => id !== passkey.id);
        this.#replace([...others, passkey]);
        if (!recoveryCodes?.length) {
          this.#added();
          return;
        }
        this.enter({ name: 'saving' });
        this.#audience.codesMade(recoveryCodes);
      },
      (trouble) => ({ name: 'choosing', trouble }),
    );
  }

  /** The recovery codes are saved. */
  saved(): void {
    if (this.state.name === 'saving') this.#added();
  }

  /** Sets up an authenticator app in place of a passkey. */
  useAppInstead(): void {
    this.#open({ name: 'instead' });
  }

  /** The authenticator app is set up. */
  appAdded(): void {
    this.enter({ name: 'list' });
    this.#read();
  }

  /** Asks for another name. */
  rename(passkey: Passkey): void {
    this.#open({ name: 'renaming', passkey });
  }

  saveName(name: string): void {
    if (this.state.name !== 'renaming') return;
    const { passkey } = this.state;
    if (name === passkey.name) this.cancel();
    else if (!name) this.enter({ name: 'renaming', passkey, isMissing: true });
    else
      this.#change(
        async (options) => (await passkeys.load()).renamePasskey(this.host.mfa, passkey.id, name, options),
        (renamed) => {
          this.#replace(this.passkeys.map((each) => (each.id === renamed.id ? renamed : each)));
          this.enter({ name: 'list' });
          this.#audience.succeeded({ name: 'renamed', passkey: renamed });
        },
        (trouble) => ({ name: 'renaming', passkey, trouble }),
      );
  }

  /** Asks whether a passkey shall really go. */
  askToRemove(passkey: Passkey): void {
    this.#open({ name: 'removing', passkey });
  }

  remove(): void {
    if (this.state.name !== 'removing') return;
    const { passkey } = this.state;
    const { mfa } = this.host;
    this.#change(
      async (options) => (await passkeys.load()).removePasskey(mfa, passkey.id, options),
      () => {
        this.#replace(this.passkeys.filter(({ id }) => id !== passkey.id));
        this.enter({ name: 'list' });
        this.#audience.succeeded({ name: 'removed', passkey });
        // The session and the recovery codes go with the last factor; elements on the page follow the session. A failure is theirs to show.
        mfa.session().catch(() => undefined);
      },
      (trouble) => ({ name: 'removing', passkey, trouble }),
    );
  }

  /** Back to the list, with nothing changed. Gives up a ceremony whose dialog is still open. */
  cancel(): void {
    const { name } = this.state;
    if (this.isBusy && name !== 'adding') return;
    this.call.cancel();
    this.enter({ name: 'list' });
    // The device may have been faster than the person.
    if (name === 'adding' || name === 'instead') this.#read();
  }

  /** Enters a state once there is what shows it. */
  #open(state: PasskeyListState): void {
    this.attempt(
      () => passkeyChanges.load(),
      () => {
        this.enter(state);
      },
      (trouble) => ({ name: 'list', trouble }),
    );
  }

  #added(): void {
    this.enter({ name: 'list' });
    this.#audience.succeeded({ name: 'added' });
  }

  #replace(passkeys: readonly Passkey[]): void {
    if (this.factors) this.factors = { ...this.factors, passkeys };
  }

  #read(): void {
    this.#reading.cancel();
    this.#reading.run(
      (options) => this.host.mfa.factors(options),
      (factors) => {
        this.factors = factors;
        const { state } = this;
        const isGone = 'passkey' in state && !factors.passkeys.some(({ id }) => id === state.passkey.id);
        if (isGone || state.name === 'loading' || state.name === 'unreachable') this.enter({ name: 'list' });
      },
      (error) => {
        // What is on screen stays true enough while a refresh fails.
        if (this.state.name === 'loading') this.enter({ name: 'unreachable', error });
      },
    );
  }

  #change<Answer>(
    task: (options: CallOptions) => Promise<Answer>,
    done: (answer: Answer) => void,
    failed: (error: MfaError) => PasskeyListState,
  ): void {
    this.attempt(task, done, (error) => {
      // Somebody else was faster: the list has to show it.
      if (error.code === 'not_found') this.#read();
      return failed(error);
    });
  }
}
