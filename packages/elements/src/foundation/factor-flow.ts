import type { CallOptions } from '../client/mfa-client.js';
import { MfaError } from '../client/mfa-error.js';
import type { Factors, Passkey, SessionView, TotpFactor } from '../client/views.js';
import { Flow } from './flow.js';
import type { MfaElement } from './mfa-element.js';
import type { OnDemand } from './on-demand.js';
import { ServerCall } from './server-call.js';

/** The states that every list of factors has; how one is added is each list's own matter. */
export type FactorState<Factor> =
  | { name: 'loading' }
  | { name: 'unreachable'; error: MfaError }
  | { name: 'list'; trouble?: MfaError }
  | { name: 'renaming'; factor: Factor; isMissing?: boolean; trouble?: MfaError }
  /** `isReplaced`: another one was set up in its place. */
  | { name: 'removing'; factor: Factor; isReplaced?: boolean; trouble?: MfaError };

/** What came about, for the element to tell. */
export type FactorOutcome<Factor> = { name: 'added' } | { name: 'renamed' | 'removed'; factor: Factor };

export interface FactorAudience<State, Outcome> {
  /** Called at each change of state, before the element renders it. */
  entered(state: State, before: State): void;
  /** Called for what succeeded, after the state it led to was entered. */
  succeeded(outcome: Outcome): void;
}

/**
 * What happens to a person's factors of one kind. Owns the list, what is being done to which of them, and the calls. Does not own how one
 * is added, what was typed, the words, or the focus.
 * It is a controller because calls end when the element leaves the page.
 */
export abstract class FactorFlow<
  Factor extends Passkey | TotpFactor,
  State extends { name: string },
  Outcome = never,
> extends Flow<FactorState<Factor> | State> {
  /** What the server said; undefined until it did. */
  factors: Factors | undefined;

  /** Tells of what came about. */
  readonly succeeded: (outcome: FactorOutcome<Factor> | Outcome) => void;
  /** Which factors they are. */
  protected abstract readonly kind: 'passkeys' | 'totp';
  /** What shows a change. */
  protected abstract readonly changes: OnDemand<object>;
  readonly #reading: ServerCall;

  constructor(
    host: MfaElement,
    audience: FactorAudience<FactorState<Factor> | State, FactorOutcome<Factor> | Outcome>,
  ) {
    super(host, { name: 'loading' }, (state, before) => {
      audience.entered(state, before);
    });
    this.succeeded = (outcome) => {
      audience.succeeded(outcome);
    };
    this.#reading = new ServerCall(host);
  }

  /** Whether reading the list takes so long that it should show. */
  override get slow(): boolean {
    return this.#reading.slow;
  }

  /** The factors of this kind. */
  get entries(): readonly Factor[] {
    return (this.factors?.[this.kind] ?? []) as readonly Factor[];
  }

  /** Whether nothing is left to prove with once one of them is gone. */
  get isLast(): boolean {
    const { passkeys, totp } = this.factors ?? { passkeys: [], totp: [] };
    return passkeys.length + totp.length === 1;
  }

  /** Whether another element is at work, which tells for itself what becomes of the session. */
  protected abstract get isElsewhere(): boolean;

  hostDisconnected(): void {
    // What a person has to prove with is kept nowhere that nobody sees.
    this.factors = undefined;
  }

  load(): void {
    this.call.cancel();
    // A page that only moves the element must not cost the person the codes that are on show.
    if (!this.isElsewhere) this.enter({ name: 'loading' });
    this.read();
  }

  /** Follows the session: factors were added, used or removed elsewhere. */
  follow({ state }: SessionView): void {
    if (state === 'signed-in') this.read();
    else if (!this.isElsewhere) this.enter({ name: 'unreachable', error: new MfaError('session_required') });
  }

  /** Asks for another name. */
  rename(factor: Factor): void {
    this.open({ name: 'renaming', factor });
  }

  /** Asks whether a factor shall really go. */
  askToRemove(factor: Factor): void {
    this.open({ name: 'removing', factor });
  }

  /** Back to the list, with nothing changed. */
  abstract cancel(): void;

  /** Enters a state once there is what shows it. */
  protected open(state: FactorState<Factor> | State): void {
    this.attempt(
      () => this.changes.load(),
      () => {
        this.enter(state);
      },
      (trouble) => ({ name: 'list', trouble }),
    );
  }

  /** Shows other factors than the server told. */
  replace(entries: readonly Factor[]): void {
    if (this.factors) this.factors = { ...this.factors, [this.kind]: entries };
  }

  protected read(): void {
    this.#reading.cancel();
    this.#reading.run(
      (options) => this.host.mfa.factors(options),
      (factors) => {
        this.factors = factors;
        const { name, factor } = this.state as FactorState<Factor> & { factor?: Factor };
        const isGone = factor && !this.entries.some(({ id }) => id === factor.id);
        if (isGone || name === 'loading' || name === 'unreachable') this.enter({ name: 'list' });
      },
      (error) => {
        // What is on screen stays true enough while a refresh fails.
        if (this.state.name === 'loading') this.enter({ name: 'unreachable', error });
      },
    );
  }

  /** Tries to change something at the server: as `attempt()`, for what somebody else may have changed first. */
  change<Answer>(
    task: (options: CallOptions) => Promise<Answer>,
    done: (answer: Answer) => void,
    failed: (error: MfaError) => FactorState<Factor> | State,
  ): void {
    this.attempt(task, done, (error) => {
      // Somebody else was faster: the list has to show it.
      if (error.code === 'not_found') this.read();
      return failed(error);
    });
  }
}
