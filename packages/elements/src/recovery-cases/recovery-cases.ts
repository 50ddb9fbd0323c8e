import type { PropertyDeclarations } from 'lit';
import { DeferredElement } from '../foundation/deferred-element.js';
import type { DeferredView } from '../foundation/deferred-view.js';
import { recoveryCases as english, type RecoveryCasesStrings } from '../languages/en/recovery-cases.js';
import { casesList } from './on-demand.js';

/**
 * For those whom the host's `authorize` lets list cases; others are told so. Each change asks for a step-up, so the page needs an
 * `<mfa-step-up>`. Evidence is kept where the host keeps such things: a case holds a reference to it and never the evidence itself.
 *
 * @summary Support's cases of people who lost every way in: one starts, another decides.
 * @status stable
 * @since 0.1
 *
 * @slot title - Instead of the heading.
 * @slot description - Instead of the sentence below the heading.
 * @slot footer - Below everything.
 *
 * @fires {MfaRecoveryCaseStartedEvent} mfa-recovery-case-started - A case was started.
 * @fires {MfaRecoveryCaseDecidedEvent} mfa-recovery-case-decided - A case was approved or rejected.
 *
 * @csspart base - The card.
 * @csspart header - Title and description.
 * @csspart title - The heading.
 * @csspart description - What the cases are for.
 * @csspart case - A case.
 * @csspart case-pending - A case that waits for a decision.
 * @csspart label - The label of a field.
 * @csspart input - A field.
 * @csspart hint - Evidence, reasons and people of a case, and what is to be known of a field.
 * @csspart error - What went wrong, and who may not see the cases.
 * @csspart loading - Shown when the server takes long.
 * @csspart empty - Shown when there are no cases.
 * @csspart actions - A row of buttons.
 * @csspart button - Every button.
 * @csspart button-primary - The buttons that start and approve.
 * @csspart button-quiet - The buttons of a case, and those that lead back.
 * @csspart button-danger - The button that rejects.
 * @csspart footer - What the page slots.
 *
 * @cssprop [--mfa-recovery-cases-row-gap=1rem] - Distance between a case and the lines above and below.
 *
 * @cssstate loading - The server takes long.
 * @cssstate empty - There are no cases.
 * @cssstate error - The server can't be reached, the person is signed out, or may not see the cases.
 * @cssstate prompting - A case is being started or decided.
 * @cssstate verifying - A change is under way.
 * @cssstate invalid - A field was refused.
 */
export class RecoveryCases extends DeferredElement {
  static override properties: PropertyDeclarations = { userId: { attribute: 'user-id' } };

  /** Whose account a new case is about, by the host's id, where the page knows; support may still type somebody's login instead. */
  userId = '';

  /** The same, whatever a page may have assigned. */
  get accountId(): string {
    return typeof this.userId === 'string' ? this.userId : '';
  }

  protected override get words(): RecoveryCasesStrings {
    return this.strings('recoveryCases', english);
  }

  protected override async fetchView(): Promise<() => DeferredView> {
    const { CasesList } = await casesList.load();
    return () => new CasesList(this);
  }
}
