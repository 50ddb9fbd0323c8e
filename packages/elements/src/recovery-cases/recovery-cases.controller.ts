import { administrationOf } from '../client/administration.js';
import { MfaError } from '../client/mfa-error.js';
import type { NewRecoveryCase, RecoveryCase, RecoveryCaseProgress } from '../client/views-administration.js';
import type { SessionView } from '../client/views.js';
import { Flow } from '../foundation/flow.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { ServerCall } from '../foundation/server-call.js';

/**
 * The states of the list, and where each may lead:
 *
 * ```
 * loading ──→ list ⇄ starting, approving, rejecting
 *    │  ↑
 *    ↓  │
 * unreachable
 * ```
 */
export type CasesState =
  | { name: 'loading' }
  | { name: 'unreachable'; error: MfaError }
  /** `trouble`: the case was decided elsewhere, or the list could not be read anew; what is on show stays. */
  | { name: 'list'; trouble?: MfaError }
  | { name: 'starting'; trouble?: MfaError }
  | { name: 'approving' | 'rejecting'; one: RecoveryCase; trouble?: MfaError };

/** What came about, for the element to tell. */
export type Outcome =
  { name: 'started'; id: string; account: string } | { name: 'approved' | 'rejected'; one: RecoveryCase };

interface Audience {
  /** Called at each change of state, before the element renders it. */
  entered: (state: CasesState, before: CasesState) => void;
  /** Called for what succeeded, after the state it led to was entered. */
  succeeded: (outcome: Outcome) => void;
}

/** What has to be said of a new case, in the order of the form. */
const NEEDED = ['account', 'evidence.kind', 'evidence.reference', 'reason'] as const;

/** Fields of the form; but for the account, as the server names them. */
export type CaseField = (typeof NEEDED)[number] | 'skipWait.reason';

/** What was written into the form. */
export type WrittenCase = Readonly<Record<CaseField, string>> & {
  /** The account is told by the host's id; else by what the person signs in with. */
  readonly byId: boolean;
  readonly skipWait: boolean;
};

/**
 * The cases of support. Owns them, what is being started or decided, and the calls. Does not own what was typed into a form, the words, or
 * the focus.
 * It is a controller because calls end, and what the cases tell of people is forgotten, when the element leaves the page.
 */
export class RecoveryCasesController extends Flow<CasesState> {
  /** Newest first. */
  cases: readonly RecoveryCase[] = [];

  readonly #succeeded: Audience['succeeded'];
  readonly #reading: ServerCall;
  /** Whose list it is. */
  #reader: string | undefined;

  constructor(host: MfaElement, { entered, succeeded }: Audience) {
    super(host, { name: 'loading' }, entered);
    this.#succeeded = succeeded;
    this.#reading = new ServerCall(host);
  }

  /** Whether reading takes so long that it should show. */
  override get slow(): boolean {
    return this.#reading.slow;
  }

  /** Whether this is the person who is signed in. */
  isOneself(id: string): boolean {
    return this.host.mfa.current?.user?.id === id;
  }

  hostDisconnected(): void {
    this.#forget();
  }

  load(): void {
    this.call.cancel();
    this.#forget();
    this.#reading.cancel();
    this.enter({ name: 'loading' });
    this.#reading.run(
      async (options) => {
        const { mfa } = this.host;
        const { user } = mfa.current ?? (await mfa.session(options));
        return { user, ...(await administrationOf(mfa).recoveryCases(options)) };
      },
      ({ recoveries, user }) => {
        this.cases = recoveries;
        this.#reader = user?.id;
        this.enter({ name: 'list' });
      },
      (error) => {
        this.enter({ name: 'unreachable', error });
      },
    );
  }

  /** Follows the session: to somebody else, another list is shown. */
  follow({ state, user }: SessionView): void {
    if (state !== 'signed-in') {
      this.call.cancel();
      this.#reading.cancel();
      this.#forget();
      this.enter({ name: 'unreachable', error: new MfaError('session_required') });
    } else if (this.state.name === 'unreachable' || (this.#reader !== undefined && user?.id !== this.#reader))
      this.load();
  }

  /** Asks for what a new case needs. */
  askForNew(): void {
    if (!this.isBusy) this.enter({ name: 'starting' });
  }

  /** Asks whether. */
  ask(name: 'approving' | 'rejecting', one: RecoveryCase): void {
    if (!this.isBusy) this.enter({ name, one });
  }

  /** Back to the list, with nothing done. */
  close(): void {
    if (!this.isBusy) this.enter({ name: 'list' });
  }

  start(written: WrittenCase): void {
    if (this.state.name !== 'starting' || this.isBusy) return;
    const missing = [...NEEDED, ...(written.skipWait ? (['skipWait.reason'] as const) : [])].find(
      (field) => !written[field],
    );
    if (missing) {
      const fields = [{ path: missing, code: 'missing' }];
      this.enter({ name: 'starting', trouble: new MfaError('validation_failed', { fields }) });
      return;
    }
    const wanted = caseOf(written);
    this.attempt(
      (options) => administrationOf(this.host.mfa).startRecoveryCase(wanted, options),
      ({ id }) => {
        this.enter({ name: 'list' });
        this.#refresh(() => this.#succeeded({ name: 'started', id, account: written.account }));
      },
      (trouble) => ({ name: 'starting', trouble }),
    );
  }

  approve(): void {
    this.#decide('approving', 'approved', (id, options) =>
      administrationOf(this.host.mfa).approveRecoveryCase(id, options),
    );
  }

  /** @param reason may be empty. */
  reject(reason: string): void {
    this.#decide('rejecting', 'rejected', (id, options) =>
      administrationOf(this.host.mfa).rejectRecoveryCase(id, reason || undefined, options),
    );
  }

  #decide(
    name: 'approving' | 'rejecting',
    decided: 'approved' | 'rejected',
    decide: (id: string, options: { signal: AbortSignal }) => Promise<RecoveryCaseProgress>,
  ): void {
    const { state } = this;
    if (state.name !== name) return;
    const { one } = state;
    this.attempt(
      (options) => decide(one.id, options),
      (progress) => {
        this.cases = this.cases.map((each) => (each.id === one.id ? { ...each, ...progress } : each));
        this.enter({ name: 'list' });
        this.#succeeded({ name: decided, one });
        this.#refresh();
      },
      (trouble) => {
        // Somebody else was faster: there is nothing left to decide.
        const isOver = trouble.code === 'conflict' || trouble.code === 'not_found';
        if (isOver) this.#refresh();
        return isOver ? { name: 'list', trouble } : { name, one, trouble };
      },
    );
  }

  /** Reads anew while what is on show stays. */
  #refresh(done?: () => void): void {
    this.#reading.cancel();
    this.#reading.run(
      (options) => administrationOf(this.host.mfa).recoveryCases(options),
      ({ recoveries }) => {
        this.cases = recoveries;
        this.host.requestUpdate();
        done?.();
      },
      (trouble) => {
        if (this.state.name === 'list') this.enter({ name: 'list', trouble });
        done?.();
      },
    );
  }

  #forget(): void {
    this.cases = [];
    this.#reader = undefined;
  }
}

function caseOf(written: WrittenCase): NewRecoveryCase {
  return {
    ...(written.byId ? { userId: written.account } : { login: written.account }),
    evidence: { kind: written['evidence.kind'], reference: written['evidence.reference'] },
    reason: written.reason,
    ...(written.skipWait && { skipWait: { reason: written['skipWait.reason'] } }),
  };
}
