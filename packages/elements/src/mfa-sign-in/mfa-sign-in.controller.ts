import type { MfaError } from '../client/mfa-error.js';
import type { SessionView } from '../client/views.js';
import { Flow } from '../foundation/flow.js';
import type { MfaElement } from '../foundation/mfa-element.js';

/**
 * The states of a sign-in, and where each may lead:
 *
 * ```
 * starting ──→ credentials ⇄ submitting ──→ challenge ──→ done
 *    │              ↑             │             │  └────→ enrolment ──→ done
 *    │              └─────────────┼─────────────┘         restart
 *    └──→ challenge, enrolment, done, as the session stands
 * ```
 *
 * The challenge and the enrolment are elements of their own and say themselves when they are through: what they still have to
 * show, such as new recovery codes, must not vanish because the session already changed.
 */
export type SignInState =
  | { name: 'starting' }
  /** One of the two is missing, or both together were refused. */
  | { name: 'credentials'; refusal?: 'login' | 'password' | 'wrong'; error?: MfaError }
  | { name: 'submitting' }
  | { name: 'challenge' }
  | { name: 'enrolment' }
  | { name: 'done' };

/**
 * The flow of a sign-in. Owns its state and the one call that is under way; owns neither what was typed nor the words.
 * It is a controller because calls end when the element leaves the page.
 */
export class SignInController extends Flow<SignInState> {
  readonly #signedIn: () => void;

  /**
   * @param entered called at each change of state, before the element renders it.
   * @param signedIn called once everything that was asked of the person is done; not for a session that was there before.
   */
  constructor(host: MfaElement, entered: (state: SignInState) => void, signedIn: () => void) {
    super(host, { name: 'starting' }, entered);
    this.#signedIn = signedIn;
  }

  hostDisconnected(): void {
    this.state = { name: 'starting' };
  }

  /** Looks how the session stands: a reload in the middle of a sign-in goes on where it was. */
  start(): void {
    this.call.cancel();
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
    this.attempt(
      (options) => this.host.mfa.signIn(login, password, options),
      (session) => {
        this.#advance(session);
      },
      (error) =>
        error.code === 'invalid_credentials'
          ? { name: 'credentials', refusal: 'wrong' }
          : { name: 'credentials', error },
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

  #advance(session: SessionView): void {
    const state = stateFor(session);
    this.enter(state);
    if (state.name === 'done') this.#signedIn();
  }
}

function stateFor({ state, mustEnroll }: SessionView): SignInState {
  if (state === 'challenge') return { name: 'challenge' };
  if (state === 'signed-out') return { name: 'credentials' };
  return { name: mustEnroll ? 'enrolment' : 'done' };
}
