import type { PendingEnrolment, TotpFactor } from '../client/views.js';
import { FactorFlow, type FactorOutcome, type FactorState } from '../foundation/factor-flow.js';
import { totpChanges } from './on-demand.js';

/**
 * The states of the list, and where each may lead:
 *
 * ```
 * loading ──→ list ⇄ renaming
 *    │        │  ⇄ removing ←──┐
 *    │        └──⇄ adding ─────┘      the old app is offered for removal once the new one works
 *    └──→ unreachable ──→ loading
 * ```
 */
export type TotpListState = FactorState<TotpFactor> | Addition;

/** `<mfa-enroll>` is at work. */
interface Addition {
  name: 'adding';
  replaced?: TotpFactor;
}

interface Discarded {
  name: 'discarded';
}

/** What came about, for the element to tell. */
export type Outcome = FactorOutcome<TotpFactor> | Discarded;

/**
 * What happens to a person's authenticator apps. Owns what was begun and not finished. Does not own how one is set up (that is
 * `<mfa-enroll>`), what was typed, the words, or the focus.
 */
export class TotpListController extends FactorFlow<TotpFactor, Addition, Discarded> {
  protected override readonly kind = 'totp';
  protected override readonly changes = totpChanges;

  /** The enrolment of an app that was begun and not finished. */
  get pending(): PendingEnrolment | undefined {
    return this.factors?.pending.find(({ method }) => method === 'totp');
  }

  protected override get isElsewhere(): boolean {
    return this.state.name === 'adding';
  }

  /** Sets up another one. @param replaced is offered for removal afterwards. */
  add(replaced?: TotpFactor): void {
    this.open(replaced ? { name: 'adding', replaced } : { name: 'adding' });
  }

  /** The enrolment is done. */
  added(): void {
    if (this.state.name !== 'adding') return;
    const { replaced } = this.state;
    const isThere = this.entries.some(({ id }) => id === replaced?.id);
    this.enter(
      replaced && isThere ? { name: 'removing', factor: replaced, isReplaced: true } : { name: 'list' },
    );
    this.succeeded({ name: 'added' });
    this.read();
  }

  /** Drops the pending enrolment. */
  discard({ id }: PendingEnrolment): void {
    this.change(
      (options) => this.host.mfa.removeTotp(id, options),
      () => {
        if (this.factors)
          this.factors = { ...this.factors, pending: this.factors.pending.filter((each) => each.id !== id) };
        this.enter({ name: 'list' });
        this.succeeded({ name: 'discarded' });
      },
      (trouble) => ({ name: 'list', trouble }),
    );
  }

  override cancel(): void {
    if (this.isBusy) return;
    const wasAdding = this.state.name === 'adding';
    this.enter({ name: 'list' });
    // What was begun is pending now.
    if (wasAdding) this.read();
  }
}
