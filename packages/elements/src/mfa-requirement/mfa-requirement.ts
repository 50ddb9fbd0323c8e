import { css, html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { MfaElement } from '../foundation/mfa-element.js';
import { requirementBanner } from './on-demand.js';
import type { RequirementBanner } from './requirement-banner.js';

/**
 * Shows nothing while nothing is asked. What has a date stays until it is done; what is only advised can be put off until the session ends.
 * Of several on a page, only the first speaks.
 *
 * @summary A banner that says what a person is asked to set up, why and until when, or what is blocked; and leads there.
 * @status stable
 * @since 0.1
 *
 * @slot title - Instead of the heading.
 * @slot description - Instead of the sentences that say why.
 * @slot code - The `<input>` for the code of an authenticator app that is set up in the banner's place. Made by the element when the page supplies none.
 * @slot footer - Below everything, such as whom to ask.
 *
 * @fires {MfaEnrolRequestedEvent} mfa-enrol-requested - The person wants to set it up. Unless it is prevented, `enrol-url` is followed, or the enrolment opens in the banner's place.
 *
 * @csspart base - The banner.
 * @csspart header - Title and description of the enrolment.
 * @csspart title - What is asked.
 * @csspart description - Why.
 * @csspart hint - How long there is still time, or since when what is blocked.
 * @csspart error - What went wrong.
 * @csspart actions - The buttons.
 * @csspart button - Every button, and the link.
 * @csspart button-primary - What leads to setting it up, where that is required.
 * @csspart button-quiet - Puts it off.
 * @csspart footer - What the page slots.
 * @csspart enroll__base - The card of the enrolment that opens in the banner's place.
 * @csspart step - One numbered step of setting up an app, or one method to choose.
 * @csspart method - A button that chooses a method.
 * @csspart qr - The QR code of a new app, with the white around it.
 * @csspart secret - Its key, for those who can't scan.
 * @csspart copy-button - The button that copies the key, or all recovery codes.
 * @csspart codes - The list of recovery codes.
 * @csspart code - One recovery code.
 * @csspart device - An old authenticator, where an app is set up.
 * @csspart label - The label of a field, or the line of the checkbox.
 * @csspart input - The field for a name.
 * @csspart loading - Shown when the server takes long.
 * @csspart empty - Shown when there is nothing to set up.
 * @csspart code-input__boxes - The row of boxes of the code field.
 * @csspart code-input__box - One box.
 * @csspart code-input__box-filled - A box that shows a digit.
 * @csspart code-input__box-active - The box at the caret.
 * @csspart code-input__error - Why the code was refused.
 *
 * @cssstate prompting - It is required from a certain day on.
 * @cssstate locked - It is required, and something is blocked.
 * @cssstate error - The enrolment could not be opened.
 * @cssstate complete - It has just been set up here.
 */
export class MfaRequirement extends MfaElement {
  /** With nothing to see it takes no place in the page's grid either, which would show as a gap. */
  static override styles = [
    ...MfaElement.styles,
    css`
      :host(:state(_silent)) {
        position: absolute;
      }
    `,
  ];

  static override properties: PropertyDeclarations = {
    heading: {},
    description: {},
    enrolUrl: { attribute: 'enrol-url' },
  };

  /** Instead of the heading; for markup there is the slot `title`. */
  heading = '';

  /** Instead of the sentences that say why; for markup there is the slot `description`. */
  description = '';

  /**
   * The address of the page where people set it up. Empty: the enrolment opens in the banner's place. With it, the banner also advises people
   * who need new recovery codes or a second passkey: they have both on that page.
   */
  enrolUrl = '';

  /** Undefined until something was asked. */
  #banner: RequirementBanner | undefined;

  /** Moves the focus to what leads on. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('mfa-enroll, .lead, [part=title]')?.focus();
  }

  protected override clientChanged(): void {
    if (this.mfa.current) this.sessionChanged();
    // Where nobody can say what is asked, nothing is.
    else this.mfa.session().catch(() => undefined);
  }

  protected override sessionChanged(): void {
    const { requirement, nudges } = this.mfa.current ?? {};
    if (this.#banner) this.#banner.follow();
    else if (nudges?.length || (requirement && requirement.level !== 'none')) void this.#fetch();
  }

  async #fetch(): Promise<void> {
    // What did not arrive is fetched again when the session changes next: nobody waits for a banner.
    const module = await requirementBanner.load().catch(() => undefined);
    if (module && this.isConnected) (this.#banner ??= new module.RequirementBanner(this)).follow();
  }

  protected override willUpdate(): void {
    super.willUpdate();
    this.showStates(this.#banner?.states ?? { _silent: true });
  }

  protected override render(): TemplateResult {
    return html`${this.#banner?.render()}${this.renderAnnouncer()}`;
  }
}
