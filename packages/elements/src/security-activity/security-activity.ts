import type { PropertyDeclarations } from 'lit';
import { DeferredElement } from '../foundation/deferred-element.js';
import type { DeferredView } from '../foundation/deferred-view.js';
import { securityActivity as english } from '../languages/en/security-activity.js';
import { activityFeed } from './on-demand.js';

/**
 * With `workspace` it shows that of a whole workspace, to those whom the host's `authorize` lets read its audit; others are told so.
 *
 * After "this wasn't me" it leads to `<active-sessions>`, `<recovery-codes>` and `<passkey-list>` or `<totp-list>` where these are on the
 * same page; where they are on another one, slot a link. The page to change the password is always the host's own.
 *
 * @summary What happened to a person's account, and "this wasn't me"; or to the accounts of a workspace.
 * @status stable
 * @since 0.1
 *
 * @slot title - Instead of the heading.
 * @slot description - Instead of the sentence below the heading.
 * @slot end-sessions - After a report: a link to where sessions are ended. Left out, a button leads to `<active-sessions>`.
 * @slot change-password - After a report: a link to where the password is changed.
 * @slot new-recovery-codes - After a report: a link to where recovery codes are made. Left out, a button leads to `<recovery-codes>`.
 * @slot review-factors - After a report: a link to where factors are removed. Left out, a button leads to `<passkey-list>` or `<totp-list>`.
 * @slot footer - Below everything.
 *
 * @fires {MfaActivityReportedEvent} mfa-activity-reported - The person said of something that it wasn't them.
 *
 * @csspart base - The card.
 * @csspart header - Title and description.
 * @csspart title - The heading.
 * @csspart description - What the list is for.
 * @csspart filters - The filters, folded away until they are opened.
 * @csspart label - The label of a filter.
 * @csspart input - The field of a filter.
 * @csspart event - Something that happened.
 * @csspart event-current - Something that happened in this session.
 * @csspart event-suspicious - Something that stands out; why is said in words.
 * @csspart hint - When, from where and with what it happened; in a workspace, to whom and by whom.
 * @csspart error - What went wrong.
 * @csspart loading - Shown when the server takes long.
 * @csspart empty - Shown when nothing has happened, or nothing is found.
 * @csspart actions - A row of buttons.
 * @csspart button - Every button, and the links to files.
 * @csspart button-quiet - Buttons that lead back or elsewhere, that of an event, and the links to files.
 * @csspart button-danger - The button that reports.
 * @csspart footer - What the page slots.
 *
 * @cssprop [--mfa-activity-row-gap=1rem] - Distance between an event and the lines above and below it.
 *
 * @cssstate loading - The server takes long.
 * @cssstate empty - Nothing has happened, or nothing is found.
 * @cssstate error - The server can't be reached, the person is signed out, or may not see the workspace's activity.
 * @cssstate verifying - A report is under way.
 * @cssstate invalid - A filter was refused.
 * @cssstate complete - Something was reported, and what to do now is shown.
 */
export class SecurityActivity extends DeferredElement {
  static override properties: PropertyDeclarations = { workspace: { type: Boolean } };

  /** That of a whole workspace instead of the person's own: for those who administer it. Nothing can be reported there. */
  workspace = false;

  protected override get words(): { heading: string; description: string } {
    const texts = this.strings('securityActivity', english);
    const { workspaceHeading: heading, workspaceDescription: description } = texts;
    return this.workspace ? { heading, description } : texts;
  }

  protected override async fetchView(): Promise<() => DeferredView> {
    const { ActivityFeed } = await activityFeed.load();
    return () => new ActivityFeed(this);
  }
}
