import { DeferredElement } from '../foundation/deferred-element.js';
import type { DeferredView } from '../foundation/deferred-view.js';
import { mfaMembers as english, type MfaMembersStrings } from '../languages/en/mfa-members.js';
import { membersList } from './on-demand.js';

/**
 * For those whom the host's `authorize` lets list members; others are told so. Each change asks for a step-up, so the page needs an
 * `<mfa-step-up>`.
 *
 * @summary The members of a workspace: who has set up what, and help for those who need it.
 * @status stable
 * @since 0.1
 *
 * @slot title - Instead of the heading.
 * @slot description - Instead of the sentence below the heading.
 * @slot footer - Below everything.
 *
 * @fires {MfaMemberResetEvent} mfa-member-reset - All that a member proves with was taken away.
 * @fires {MfaMemberExemptedEvent} mfa-member-exempted - A member is not held to their deadline for a while.
 *
 * @csspart base - The card.
 * @csspart header - Title and description.
 * @csspart title - The heading.
 * @csspart description - What the list is for.
 * @csspart filters - What the list can be narrowed to.
 * @csspart label - The label of a field.
 * @csspart input - A field.
 * @csspart member - A member.
 * @csspart member-current - The member who is signed in.
 * @csspart hint - When somebody signed in last, and what is to be known of a field.
 * @csspart error - What went wrong, and who may not see the list.
 * @csspart loading - Shown when the server takes long.
 * @csspart empty - Shown when there is nobody, or nobody is found.
 * @csspart actions - A row of buttons.
 * @csspart button - Every button.
 * @csspart button-primary - The button that exempts.
 * @csspart button-quiet - The buttons of a member, and those that lead back.
 * @csspart button-danger - The button that resets.
 * @csspart footer - What the page slots.
 *
 * @cssprop [--mfa-members-row-gap=1rem] - Distance between a member and the lines above and below.
 *
 * @cssstate loading - The server takes long.
 * @cssstate empty - There is nobody, or nobody is found.
 * @cssstate error - The server can't be reached, the person is signed out, or may not see the list.
 * @cssstate prompting - Whether, and why, is being asked.
 * @cssstate verifying - A change is under way.
 * @cssstate invalid - A field was refused.
 */
export class MfaMembers extends DeferredElement {
  protected override get words(): MfaMembersStrings {
    return this.strings('mfaMembers', english);
  }

  protected override async fetchView(): Promise<() => DeferredView> {
    const { MembersList } = await membersList.load();
    return () => new MembersList(this);
  }
}
