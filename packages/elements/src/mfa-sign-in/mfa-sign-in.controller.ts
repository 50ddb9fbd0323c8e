import { obstacleOf } from '../ceremonies/obstacle.js';
import { passkeys } from '../ceremonies/passkeys.js';
import type { CallOptions } from '../client/mfa-client.js';
import type { MfaError } from '../client/mfa-error.js';
import type { SessionView } from '../client/views.js';
import { Flow } from '../foundation/flow.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { codesView } from '../recovery-codes/on-demand.js';
import { afterSignIn, autofill } from './on-demand.js';
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
 * `enrolment` can be put off as long as policy gives time. `saving` shows the recovery codes of a passkey that the password manager made
 * after a sign-in by password.
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

/** Failures of a passkey after which autofill may offer it again; after all others, only a click tries again. */
const HARMLESS: readonly MfaError['code'][] = ['cancelled', 'timed-out', 'aborted'];

interface Audience {
  /** Called at each change of state, before the element renders it. */
  entered: (state: SignInState) => void;
  /** Called once everything that was asked of the person is done; not for a session that was there before. */
  signedIn: () => void;
  /** Takes the recovery codes, which nothing here keeps. The state is `saving`. */
  codesMade: (codes: readonly string[]) => void;
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
  /** Whether the person has put off what was asked of them. */
  #isPutOff = false;

  constructor(host: MfaElement, audience: Audience) {
    super(host, { name: 'starting' }, audience.entered);
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
        this.enter(this.#stateFor(session));
      },
      // The form is of use all the same: submitting it is the retry.
      (error) => ({ name: 'credentials', error }),
    );
  }

  /** Follows a session that changed elsewhere, unless this sign-in is what changes it. */
  follow(session: SessionView): void {
    const { name } = this.state;
    if (name === 'credentials' || name === 'done') this.enter(this.#stateFor(session));
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
        this.advance(session);
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
    if (session) this.advance(session);
  }

  /** What was asked of the person can wait. */
  putOff(): void {
    this.#isPutOff = true;
    // Nor does a passkey come unasked.
    this.#hasTyped = false;
    this.goOn();
  }

  /** Back to login and password. */
  restart(): void {
    this.enter({ name: 'credentials' });
  }

  /** The recovery codes are saved. */
  saved(): void {
    if (this.state.name === 'saving') this.#finish();
  }

  /** Goes on as a session asks that has just changed by this sign-in. */
  advance(session: SessionView): void {
    const state = this.#stateFor(session, true);
    if (state.name !== 'done') this.enter(state);
    else if (this.#hasTyped && !obstacleOf(this.host.mfa)) this.#upgrade();
    else this.#finish();
  }

  #finish(): void {
    this.#hasTyped = false;
    this.enter({ name: 'done' });
    this.#audience.signedIn();
  }

  /** Meanwhile what is on screen stays there: mostly it takes no time at all. */
  #upgrade(): void {
    const finish = (): void => {
      this.#finish();
    };
    this.call.run(
      async (options) => (await passkeys.load()).upgradeToPasskey(this.host.mfa, prepareToSave, options),
      (codes) => {
        if (codes.length) {
          this.enter({ name: 'saving' });
          this.#audience.codesMade(codes);
        } else finish();
      },
      finish,
    );
  }

  /** Autofill is a courtesy: where it can't be had, the button and the form are there. */
  async #offer(): Promise<void> {
    if (obstacleOf(this.host.mfa)) return;
    const { signal } = (this.#offering = new AbortController());
    const loaded = await autofill.load().catch(() => undefined);
    if (!loaded || signal.aborted) return;
    this.#autofill ??= new loaded.PasskeyAutofill(this.host, this);
    this.#autofill.offer();
  }

  #withdraw(): void {
    this.#offering?.abort();
    this.#autofill?.stop();
  }

  /** @param isFresh right after signing in, what is asked by a later day is asked as well. */
  #stateFor({ state, mustEnroll, requirement }: SessionView, isFresh = false): SignInState {
    if (state === 'challenge') return { name: 'challenge' };
    if (state !== 'signed-in') return { name: 'credentials' };
    const level = !this.#isPutOff && requirement?.level;
    const isAsked = mustEnroll === true || level === 'enforced' || (isFresh && level === 'grace');
    return { name: isAsked ? 'enrolment' : 'done' };
  }

  override enter(state: SignInState): void {
    const before = this.state;
    if (state.name === 'enrolment' && !afterSignIn.module) {
      this.attempt(
        () => afterSignIn.load(),
        () => {
          this.enter(state);
        },
        // Signing in once more is the retry.
        (error) => ({ name: 'credentials', error }),
      );
      return;
    }
    if (state.name === 'credentials') {
      this.#isPutOff = false;
      const { error } = state;
      const usedPasskey = before.name === 'submitting' && before.isPasskey;
      if (!usedPasskey || !error || HARMLESS.includes(error.code)) void this.#offer();
    } else if (state.name !== 'submitting') this.#withdraw();
    super.enter(state);
  }
}

const prepareToSave = (): Promise<unknown> => Promise.all([codesView.load(), afterSignIn.load()]);
