import { DeferredElement } from '../foundation/deferred-element.js';
import type { DeferredView } from '../foundation/deferred-view.js';
import { mfaPolicy as english, type MfaPolicyStrings } from '../languages/en/mfa-policy.js';
import { policyForm } from './on-demand.js';

/**
 * For those whom the host's `authorize` lets read and change the policy; others are told so. Saving asks for a step-up, so the page needs an
 * `<mfa-step-up>`. What was changed and not saved stays while the element does.
 *
 * @summary What a workspace asks of its people: who has to have multi-factor authentication and by when, with what follows from each change.
 * @status stable
 * @since 0.1
 *
 * @slot title - Instead of the heading.
 * @slot description - Instead of the sentence below the heading.
 * @slot footer - Below everything.
 *
 * @fires {MfaPolicyChangedEvent} mfa-policy-changed - The new policy was saved.
 *
 * @csspart base - The card.
 * @csspart header - Title and description.
 * @csspart title - The heading.
 * @csspart description - What the form is for.
 * @csspart label - The label of a field.
 * @csspart input - A field.
 * @csspart hint - What is to be known of a field.
 * @csspart consequences - What changes when it is saved.
 * @csspart error - What went wrong, and who may not see this.
 * @csspart loading - Shown when the server takes long.
 * @csspart actions - A row of buttons.
 * @csspart button - Every button.
 * @csspart button-primary - The button that saves.
 * @csspart button-quiet - The button that discards what was changed.
 * @csspart footer - What the page slots.
 *
 * @cssstate loading - The server takes long.
 * @cssstate error - The server can't be reached, the person is signed out or may not see this, or saving failed.
 * @cssstate verifying - The new policy is being saved.
 * @cssstate invalid - A field was refused.
 * @cssstate complete - The new policy was saved.
 */
export class MfaPolicy extends DeferredElement {
  protected override get words(): MfaPolicyStrings {
    return this.strings('mfaPolicy', english);
  }

  protected override async fetchView(): Promise<() => DeferredView> {
    const { PolicyForm } = await policyForm.load();
    return () => new PolicyForm(this);
  }
}
