import { obstacleOf } from '../ceremonies/obstacle.js';
import { passkeys } from '../ceremonies/passkeys.js';
import type { CallOptions } from '../client/mfa-client.js';
import type { MfaError } from '../client/mfa-error.js';
import type { SessionView } from '../client/views.js';
import { Flow } from '../foundation/flow.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { codesView } from '../recovery-codes/on-demand.js';
import { OnDemand } from '../foundation/on-demand.js';
import type { PasskeyAutofill } from './passkey-autofill.js';

/**
 * The states of a sign-in, and where each may lead:
 *
 * ```
 * starting ──→ credentials ⇄ submitting ──→ challenge ──→ done, or saving ──→ done
 *    │              ↑             │             │  └────→ enrolment ──→ done
 *    │              └─────────────┼─────────────┘         restart
 *    └──→ challenge, enrolment, done, as the session stands
 * ```
 *
 * `saving` shows the recovery codes of a passkey that the password manager made after a sign-in by password.
 *
 * The challenge and the enrolment are elements of their own and say themselves when they are through: what they still have to
 * show, such as new recovery codes, must not vanish because the session already changed.
 */
export type SignInState =
  | { name: 'starting' }
  /** One of the two is missing, or both together were refused. */
  | { name: 'credentials'; refusal?: 'login' | 'password' | 'wrong'; error?: MfaError }
  /** With login and password, or with a passkey. */
  | { name: 'submitting'; isPasskey?: true }
  | { name: 'challenge' }
  | { name: 'enrolment' }
  | { name: 'saving' }
  | { name: 'done' };

const autofill = new OnDemand(() => import('./passkey-autofill.js'));

/** Failures of a passkey after which autofill may offer it again; after all others, only a click tries again. */
const HARMLESS: readonly MfaError['code'][] = ['cancelled', 'timed-out', 'aborted'];

interface Audience {
  /** Called at each change of state, before the element renders it. */
  entered(state: SignInState): void;
  /** Called once everything that was asked of the person is done; not for a session that was there before. */
  signedIn(): void;
  /** Takes the recovery codes, which nothing here keeps. The state is `saving`. */
  codesMade(codes: readonly string[]): void;
}

/**
 * The flow of a sign-in. Owns its state and the one call that is under way; owns neither what was typed nor the words.
 * It is a controller because calls end when the element leaves the page.
 */
export class SignInController extends Flow<SignInState> {
  readonly #audience: Audience;
  #autofill: PasskeyAutofill | undefined;
  /** While passkeys are offered where the login is typed; aborted when the offer is withdrawn. */
  #offering: AbortController | undefined;
  /** Whether login and password were entered here, which a passkey could spare the person next time. */
  #hasTyped = false;

  constructor(host: MfaElement, audience: Audience) {
    super(host, { name: 'starting' }, (state) => {
      audience.entered(state);
    });
    this.#audience = audience;
  }

  hostDisconnected(): void {
    this.#withdraw();
    // A page that only moves the element must not cost the person the codes that are on show.
    if (this.state.name !== 'saving') this.state = { name: 'starting' };
  }

  /** Looks how the session stands: a reload in the middle of a sign-in goes on where it was. */
  start(): void {
    if (this.state.name === 'saving') return;
    this.call.cancel();
    this.#withdraw();
    this.enter({ name: 'starting' });
    this.attempt(
      (options) => this.host.mfa.session(options),
      (session) => {
        this.enter(stateFor(session));
      },
      // The form is of use all the same: submitting it is the retry.
      (error) => ({ name: 'credentials', error }),
    );
  }

  /** Follows a session that changed elsewhere, unless this sign-in is what changes it. */
  follow(session: SessionView): void {
    const { name } = this.state;
    if (name === 'credentials' || name === 'done') this.enter(stateFor(session));
  }

  /** Sends login and password; a second submission while one is under way sends nothing. */
  submit(login: string, password: string): void {
    if (this.state.name !== 'credentials') return;
    if (!login || !password) {
      this.enter({ name: 'credentials', refusal: login ? 'password' : 'login' });
      return;
    }
    this.enter({ name: 'submitting' });
    this.#signIn(async (options) => {
      const session = await this.host.mfa.signIn(login, password, options);
      this.#hasTyped = true;
      return session;
    });
  }

  /** Signs in with a passkey alone. */
  usePasskey(): void {
    if (this.state.name !== 'credentials') return;
    this.enter({ name: 'submitting', isPasskey: true });
    this.#signIn(async (options) => (await passkeys.load()).signInWithPasskey(this.host.mfa, options));
  }

  #signIn(task: (options: CallOptions) => Promise<SessionView>): void {
    this.#withdraw();
    this.attempt(
      task,
      (session) => {
        this.#advance(session);
      },
      (error) => {
        if (error.code === 'aborted') return { name: 'credentials' };
        return error.code === 'invalid_credentials'
          ? { name: 'credentials', refusal: 'wrong' }
          : { name: 'credentials', error };
      },
    );
  }

  /** The challenge was passed, or the enrolment is through. */
  goOn(): void {
    const session = this.host.mfa.current;
    if (session) this.#advance(session);
  }

  /** Back to login and password. */
  restart(): void {
    this.enter({ name: 'credentials' });
  }

  /** The recovery codes are saved. */
  saved(): void {
    if (this.state.name === 'saving') this.#finish();
  }

  #advance(session: SessionView): void {
    const state = stateFor(session);
    if (state.name !== 'done') this.enter(state);
    else if (this.#hasTyped) this.#upgrade();
    else this.#finish();
  }

  #finish(): void {
    this.enter({ name: 'done' });
    this.#audience.signedIn();
  }

  /** Meanwhile what is on screen stays there: mostly it takes no time at all. */
  #upgrade(): void {
    this.#hasTyped = false;
    const { mfa } = this.host;
    if (obstacleOf(mfa)) {
      this.#finish();
      return;
    }
    this.call.run(
      async (options) => (await passkeys.load()).upgradeToPasskey(mfa, () => codesView.load(), options),
      (codes) => {
        if (!codes.length) {
          this.#finish();
          return;
        }
        this.enter({ name: 'saving' });
        this.#audience.codesMade(codes);
      },
      () => {
        this.#finish();
      },
    );
  }

  /** Autofill is a courtesy: where it can't be had, the button and the form are there. */
  async #offer(): Promise<void> {
    if (obstacleOf(this.host.mfa)) return;
    const { signal } = (this.#offering = new AbortController());
    const loaded = await autofill.load().catch(() => undefined);
    if (!loaded || signal.aborted) return;
    this.#autofill ??= new loaded.PasskeyAutofill(this.host, {
      chosen: () => {
        this.enter({ name: 'submitting', isPasskey: true });
      },
      signedIn: (session) => {
        this.#advance(session);
      },
      refused: (error) => {
        this.enter({ name: 'credentials', error });
      },
    });
    this.#autofill.offer();
  }

  #withdraw(): void {
    this.#offering?.abort();
    this.#autofill?.stop();
  }

  protected override enter(state: SignInState): void {
    const before = this.state;
    if (state.name === 'credentials') {
      const { error } = state;
      const usedPasskey = before.name === 'submitting' && before.isPasskey;
      if (!usedPasskey || !error || HARMLESS.includes(error.code)) void this.#offer();
    } else if (state.name !== 'submitting') this.#withdraw();
    super.enter(state);
  }
}

function stateFor({ state, mustEnroll }: SessionView): SignInState {
  if (state === 'challenge') return { name: 'challenge' };
  if (state === 'signed-out') return { name: 'credentials' };
  return { name: mustEnroll ? 'enrolment' : 'done' };
}
