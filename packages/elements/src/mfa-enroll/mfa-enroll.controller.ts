import { obstacleOf } from '../ceremonies/obstacle.js';
import { passkeys } from '../ceremonies/passkeys.js';
import type { CallOptions } from '../client/mfa-client.js';
import { MfaError } from '../client/mfa-error.js';
import { isSamePerson } from '../client/same-person.js';
import type {
  Factors,
  Method,
  Passkey,
  PendingEnrolment,
  SessionView,
  TotpConfirmation,
  TotpEnrolment,
  TotpFactor,
} from '../client/views.js';
import { Flow } from '../foundation/flow.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import type { EnrollMethod } from './method-choice.js';
import { codesView } from '../recovery-codes/on-demand.js';
import { enrollSteps } from './on-demand.js';

/**
 * The states of an enrolment, and where each may lead:
 *
 * ```
 * loading ──→ choosing ⇄ starting ──→ scanning ⇄ verifying ──→ saving ──→ removing ──→ done
 *    │                      ↑  └──→ limit  ↑        ├──→ waiting ──→ scanning
 *    ├──→ scanning          └──────────────┼────────┴──→ expired ──→ starting
 *    └──→ unreachable ──→ loading          └──→ starting
 * ```
 *
 * A passkey goes from `choosing` by `prompting` straight to `saving`. `loading` leads to `scanning` where an enrolment is pending. `saving` is left out where no recovery codes were made, and `removing` unless
 * the session was restricted and there are older authenticators. Signing out leads to `unreachable` from everywhere before `saving`.
 */
export type EnrollState =
  | { name: 'loading' }
  | { name: 'unreachable'; error: MfaError }
  | { name: 'choosing'; trouble?: MfaError }
  /** The browser asks for the new passkey, or the server looks at it. */
  | { name: 'prompting' }
  | { name: 'starting' }
  | { name: 'limit'; error: MfaError }
  | { name: 'scanning'; refusal?: 'missing' | 'wrong'; trouble?: MfaError }
  | { name: 'verifying' }
  | { name: 'waiting'; error: MfaError }
  | { name: 'expired'; error: MfaError }
  | { name: 'saving' }
  | { name: 'removing'; trouble?: MfaError }
  | { name: 'done' };

/** What no other try helps against. */
export function deadEnd(error: MfaError): EnrollState | undefined {
  switch (error.code) {
    case 'factor_limit':
      return { name: 'limit', error };
    case 'session_required':
      return { name: 'unreachable', error };
    default:
      return undefined;
  }
}

/** From so many closed dialogs on, the other method goes first. */
const CANCELLATIONS_BEFORE_OTHERS = 2;

/** What the element does as the enrolment goes on. */
interface Audience {
  /** What the page lets the person set up. */
  allowed: () => readonly EnrollMethod[];
  /** Called at each change of state, before the element renders it. */
  entered: (state: EnrollState, before: EnrollState) => void;
  /** Takes the recovery codes, which nothing here keeps. The state is `saving`. */
  codesMade: (codes: readonly string[]) => void;
}

/**
 * The flow of an enrolment. Owns its state, the secret while it is on show, and the calls up to there; those that follow are those of
 * `AfterChoice`. Does not own the recovery codes, what was typed, the words, or the focus.
 * It is a controller because calls end, and the secret is forgotten, when the element leaves the page.
 */
export class EnrollController extends Flow<EnrollState> {
  /** What has to be scanned; undefined while there is nothing to scan, and where a pending enrolment is resumed. */
  enrolment: TotpEnrolment | undefined;
  /** What is begun and waits for its code, scanned here or before. */
  pending: Pick<PendingEnrolment, 'id' | 'expiresAt'> | undefined;
  /** Method that opened a restricted session; undefined where the session is not restricted. */
  because: Method | 'other' | undefined;
  /** What the person had before, and may want to be rid of. */
  oldAuthenticators: readonly (TotpFactor | Passkey)[] = [];
  /** What was set up, once something was. */
  enrolled: EnrollMethod | undefined;

  readonly #allowed: Audience['allowed'];
  readonly #codesMade: Audience['codesMade'];
  /** In which it was begun. */
  #session: SessionView | undefined;
  #hasPlatform = false;
  #cancellations = 0;

  constructor(host: MfaElement, { allowed, entered, codesMade }: Audience) {
    super(host, { name: 'loading' }, entered);
    this.#allowed = allowed;
    this.#codesMade = codesMade;
  }

  /** What can be set up here, best first. Empty where the page allows nothing that this browser can do. */
  get methods(): readonly EnrollMethod[] {
    const allowed = this.#allowed();
    if (obstacleOf(this.host.mfa)) return allowed.filter((method) => method !== 'passkey');
    const isPasskeyBest = this.#hasPlatform && this.#cancellations < CANCELLATIONS_BEFORE_OTHERS;
    return isPasskeyBest ? allowed : allowed.toReversed();
  }

  /** Whether an enrolment is begun and waits for its code. */
  get isPending(): boolean {
    return this.pending !== undefined;
  }

  hostDisconnected(): void {
    // A page that only moves the element must not cost the person the codes that are on show.
    queueMicrotask(() => {
      if (!this.host.isConnected) this.letGo();
    });
  }

  /** Shows nothing more of what was begun, nor of codes that were made. */
  letGo(): void {
    this.forget();
    this.enter({ name: 'loading' });
  }

  /** Asks the server what there is, and goes on with what is pending. Does nothing while recovery codes are on show. */
  load(): void {
    if (this.state.name === 'saving') return;
    this.call.cancel();
    this.letGo();
    const { mfa } = this.host;
    this.attempt(
      async (options) => {
        const [session, factors] = await Promise.all([
          this.#lookAtSession(options),
          mfa.factors(options),
          this.#lookAtDevice(),
        ]);
        if (factors.pending.length) await enrollSteps.load();
        return { session, factors };
      },
      ({ session, factors }) => this.#begin(session, factors),
      (error) => ({ name: 'unreachable', error }),
    );
  }

  /** Who has to set something up is told why, and asked about what they had before. */
  async #lookAtSession(options: CallOptions): Promise<SessionView> {
    const { mfa } = this.host;
    const session = mfa.current ?? (await mfa.session(options));
    if (session.mustEnroll) await enrollSteps.load();
    return session;
  }

  /** Which method goes first depends on the device. */
  async #lookAtDevice(): Promise<void> {
    if (!this.methods.includes('passkey')) return;
    const { ceremoniesOf } = await passkeys.load();
    this.#hasPlatform = (await ceremoniesOf(this.host.mfa).capabilities()).platform;
  }

  /** Follows the session: who signs out, or in again, elsewhere. What one person began is nothing for another one to see, or to finish. */
  follow(session: SessionView): void {
    const { name } = this.state;
    if (session.state === 'signed-in') {
      if (!isSamePerson(this.#session, session)) this.letGo();
      else if (name !== 'unreachable') return;
      this.load();
    } else if (!['loading', 'unreachable', 'saving', 'done'].includes(name)) {
      this.call.cancel();
      this.forget();
      this.enter({ name: 'unreachable', error: new MfaError('session_required') });
    }
  }

  /** Has the browser make a passkey. Only ever by a click: a failure leads back to the choice. */
  addPasskey(): void {
    if (this.isBusy) return;
    this.enter({ name: 'prompting' });
    this.attempt(
      async (options) => {
        const [{ addPasskey }] = await Promise.all([passkeys.load(), codesView.load()]);
        return addPasskey(this.host.mfa, options);
      },
      (addition) => this.confirmed(addition, 'passkey'),
      (error) => {
        if (error.code === 'cancelled' || error.code === 'timed-out') this.#cancellations += 1;
        return deadEnd(error) ?? { name: 'choosing', trouble: error };
      },
    );
  }

  /** Back to the choice. What was begun lapses on the server by itself. */
  choose(): void {
    if (this.isBusy) return;
    this.forget();
    this.enter({ name: 'choosing' });
  }

  /** Begins an enrolment, in place of one that may be pending. */
  start(): void {
    if (this.isBusy) return;
    this.enter({ name: 'starting' });
    this.attempt(
      async (options) => {
        await enrollSteps.load();
        return this.host.mfa.startTotp(options);
      },
      (enrolment) => {
        this.enrolment = enrolment;
        this.pending = enrolment;
        this.enter({ name: 'scanning' });
      },
      (error) => deadEnd(error) ?? { name: this.isPending ? 'scanning' : 'choosing', trouble: error },
    );
  }

  /** The recovery codes are saved. */
  saved(): void {
    const asks = this.because !== undefined && this.oldAuthenticators.length > 0;
    this.enter({ name: asks ? 'removing' : 'done' });
  }

  #begin(session: SessionView, { totp, passkeys, pending }: Factors): void {
    this.#session = session;
    this.because = session.mustEnroll ? (session.amr?.at(-1)?.method ?? 'other') : undefined;
    this.oldAuthenticators = [...passkeys, ...totp];
    const isAllowed = this.#allowed().includes('totp');
    this.pending = isAllowed ? pending.find(({ method }) => method === 'totp') : undefined;
    this.enter({ name: this.isPending ? 'scanning' : 'choosing' });
  }

  /** The passkey, or the app, is set up. */
  confirmed({ recoveryCodes }: Pick<TotpConfirmation, 'recoveryCodes'>, method: EnrollMethod): void {
    this.forget();
    this.enrolled = method;
    if (!recoveryCodes?.length) {
      this.saved();
      return;
    }
    this.enter({ name: 'saving' });
    this.#codesMade(recoveryCodes);
  }

  /** Nothing is begun any more. */
  forget(): void {
    this.enrolment = undefined;
    this.pending = undefined;
  }
}
