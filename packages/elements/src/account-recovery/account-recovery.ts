import { html, type TemplateResult } from 'lit';
import type { MfaError } from '../client/mfa-error.js';
import { CardElement } from '../foundation/card-element.js';
import { errorText } from '../foundation/error-text.js';
import { loading } from '../foundation/loading.js';
import { ServerCall } from '../foundation/server-call.js';
import { shared } from '../languages/en/shared.js';
import { MailedLinkReader } from './mailed-link.js';
import { recoverySteps } from './on-demand.js';
import type { RecoverySteps } from './recovery-steps.js';

/**
 * Belongs on the page that mailed links lead to, `/recover` of the host: it takes their token out of the address and out of the browser's
 * history at once. Following a link changes nothing; each step takes a click.
 *
 * @summary Getting back in when every factor and every recovery code is gone: asks for an email, waits, cancels, finishes, and sets up a factor again.
 * @status stable
 * @since 0.1
 *
 * @slot title - Instead of the heading of the first step.
 * @slot description - Below the heading of the first step.
 * @slot login - The `<input>` for the login, with `autocomplete="username"`. Made by the element when the page supplies none.
 * @slot password - The `<input>` for the password that finishes it, likewise.
 * @slot code - The `<input>` for the code of the authenticator app that is set up then, likewise.
 * @slot enrolment - Instead of `<mfa-enroll>`, once the person is back. Has to fire `mfa-enrolled`.
 * @slot done - At the end, such as a link to where the person wanted to go.
 * @slot footer - Below everything, such as a link back to the sign-in.
 *
 * @fires {MfaRecoveryRequestedEvent} mfa-recovery-requested - An email is on its way, if anybody has the login that was typed.
 * @fires {MfaRecoveryCancelledEvent} mfa-recovery-cancelled - The person cancelled it here.
 * @fires {MfaRecoveryCompletedEvent} mfa-recovery-completed - The person is back, and has set up a factor again: nothing more is asked of them.
 *
 * @csspart base - The card.
 * @csspart header - Title and description.
 * @csspart title - The heading.
 * @csspart description - What has happened, or what to do.
 * @csspart step - One of the steps that are told before the wait begins.
 * @csspart remaining - How long there is still to wait.
 * @csspart hint - What else there is to know.
 * @csspart error - What went wrong.
 * @csspart loading - Shown when the server takes long.
 * @csspart actions - The row of buttons.
 * @csspart button - Every button.
 * @csspart button-primary - The button that leads on.
 * @csspart button-danger - The button that cancels.
 * @csspart footer - What the page slots.
 * @csspart method - A button that chooses a method.
 * @csspart qr - The QR code of a new app, with the white around it.
 * @csspart secret - Its key, for those who can't scan.
 * @csspart copy-button - The button that copies the key, or all recovery codes.
 * @csspart codes - The list of recovery codes.
 * @csspart code - One recovery code.
 * @csspart device - An old authenticator, where an app is set up.
 * @csspart label - The label of a field, or the line of the checkbox.
 * @csspart input - The field for a name.
 * @csspart empty - Shown when there is nothing to set up.
 * @csspart button-quiet - Buttons that lead elsewhere.
 * @csspart code-input__boxes - The row of boxes of the code field.
 * @csspart code-input__box - One box.
 * @csspart code-input__box-filled - A box that shows a digit.
 * @csspart code-input__box-active - The box at the caret.
 * @csspart code-input__error - Why the code was refused.
 *
 * @cssstate loading - The server takes long to say how things stand.
 * @cssstate prompting - Something is asked of the person: a login, a password, or whether to go on.
 * @cssstate verifying - What the person asked for is under way.
 * @cssstate invalid - A login or a password is missing, or was refused.
 * @cssstate error - Something did not get through, or the link doesn't work any more.
 * @cssstate locked - Too many tries.
 * @cssstate complete - The person is back.
 */
export class AccountRecovery extends CardElement {
  readonly #links: MailedLinkReader = new MailedLinkReader(this, () => this.#steps?.load());
  readonly #fetching = new ServerCall(this);
  /** Undefined until they were fetched. */
  #steps: RecoverySteps | undefined;
  #trouble: MfaError | undefined;

  /** Moves the focus to where the person goes on. */
  override focus(): void {
    this.#steps?.focus();
  }

  protected override clientChanged(): void {
    if (this.#steps) this.#steps.load();
    else this.#fetch();
  }

  protected override willUpdate(): void {
    super.willUpdate();
    const { slow } = this.#fetching;
    this.showStates(this.#steps?.states ?? { loading: slow, error: this.#trouble !== undefined });
  }

  protected override updated(): void {
    this.#steps?.rendered();
  }

  #fetch(): void {
    this.#trouble = undefined;
    this.#fetching.run(
      () => recoverySteps.load(),
      (module) => {
        this.#steps = new module.RecoverySteps(this, this.#links);
        this.#steps.load();
      },
      (error) => {
        this.#trouble = error;
      },
    );
  }

  protected override render(): TemplateResult {
    return html`${this.#steps ? this.#steps.render() : this.#renderWaiting()}${this.renderAnnouncer()}`;
  }

  /** What stands in place of the steps until they are there. */
  #renderWaiting(): unknown {
    const words = this.strings('shared', shared);
    if (!this.#trouble) return loading(this, this.#fetching.slow);
    return html`<div part="error" role="alert">${errorText(this, this.#trouble)}</div>
      <div part="actions">
        <button type="button" part="button" @click=${() => this.#fetch()}>${words.tryAgain}</button>
      </div>`;
  }
}
