import { administrationOf } from '../client/administration.js';
import type { CallOptions } from '../client/mfa-client.js';
import { MfaError } from '../client/mfa-error.js';
import type { NewRecoveryCase, RecoveryCase, RecoveryCaseProgress } from '../client/views-administration.js';
import { PagedFlow, type Page, type PagedOutcome, type PagedState } from '../foundation/paged-flow.js';

/** A case is to be made or decided: the list leads there, and back. */
type Meant =
  | { name: 'starting'; trouble?: MfaError }
  | { name: 'approving' | 'rejecting'; one: RecoveryCase; trouble?: MfaError };

export type CasesState = PagedState | Meant;

type Done =
  | { name: 'started'; account: string }
  /** The list that a new case stands in has come, or did not. */
  | { name: 'listed'; id: string }
  | { name: 'approved' | 'rejected'; one: RecoveryCase };

/** What came about, for the element to tell. */
export type Outcome = PagedOutcome<RecoveryCase> | Done;

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
 * The cases of support, as far as they were read. Owns what is being started or decided. Does not own what was typed into a form, the
 * words, or the focus.
 */
export class RecoveryCasesController extends PagedFlow<RecoveryCase, object, Meant, Done> {
  /** Whether this is the person who is signed in. */
  isOneself(id: string): boolean {
    return this.host.mfa.current?.user?.id === id;
  }

  /** Asks for what a new case needs. */
  askForNew(): void {
    if (!this.isBusy) this.enter({ name: 'starting' });
  }

  /** Asks whether. */
  ask(name: 'approving' | 'rejecting', one: RecoveryCase): void {
    if (!this.isBusy) this.enter({ name, one });
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
        this.succeeded({ name: 'started', account: written.account });
        this.#refresh(() => this.succeeded({ name: 'listed', id }));
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
        this.change(one.id, progress);
        this.succeeded({ name: decided, one });
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

  protected override async readPage(
    cursor: string | undefined,
    options: CallOptions,
  ): Promise<Page<RecoveryCase>> {
    const { mfa } = this.host;
    const { user } = mfa.current ?? (await mfa.session(options));
    const { recoveries, next } = await administrationOf(mfa).recoveryCases(cursor, options);
    return { entries: recoveries, next, reader: user?.id };
  }

  #refresh(done: () => void = () => undefined): void {
    this.refresh(done, (trouble) => {
      if (this.state.name === 'list') this.enter({ name: 'list', trouble });
      done();
    });
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
