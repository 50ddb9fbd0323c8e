import { html, nothing, type PropertyValues, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isSamePerson } from '../client/same-person.js';
import type { SessionView } from '../client/views.js';
import { MfaStepUpCancelledEvent } from '../events/mfa-step-up-cancelled.js';
import { MfaStepUpDoneEvent } from '../events/mfa-step-up-done.js';
import { MfaElement } from '../foundation/mfa-element.js';
import { buttonStyles } from '../foundation/styles/buttons.js';
import { shared } from '../languages/en/shared.js';
import { stepUp as english } from '../languages/en/step-up.js';
import type { MfaChallenge } from '../mfa-challenge/mfa-challenge.js';
import { stepUpStyles } from './mfa-step-up.styles.js';

/**
 * Put one anywhere on a page: calls that are refused for want of a fresh proof open it, wait, and are repeated. Where the proof is a
 * passkey and the refused call came from a click, the browser asks for it at once.
 *
 * @summary The dialog in which a person proves again before something dangerous.
 * @status stable
 * @since 0.1
 *
 * @slot title - Instead of the heading.
 * @slot description - Instead of the sentence that says what to do.
 * @slot code - The `<input>` for the code of the authenticator app. Made by the element when the page supplies none.
 * @slot password - The `<input>` for the password of people without a factor, likewise.
 * @slot footer - Below everything.
 *
 * @fires {MfaStepUpDoneEvent} mfa-step-up-done - The person proved again.
 * @fires {MfaStepUpCancelledEvent} mfa-step-up-cancelled - The dialog closed without a proof: by the person, because the session ended or became somebody else's, or because the page gave up the call.
 *
 * @csspart dialog - The dialog; its `::backdrop` can be styled too.
 * @csspart button - The button "Cancel".
 * @csspart challenge__base - The challenge in the dialog.
 * @csspart challenge__header - Its title and description.
 * @csspart challenge__title - Its heading.
 * @csspart challenge__description - What to do.
 * @csspart challenge__error - What went wrong.
 * @csspart challenge__hint - What to do when the passkey isn't confirmed.
 * @csspart challenge__actions - The row of buttons.
 * @csspart challenge__button - Every button but "Cancel".
 * @csspart challenge__button-primary - The button that submits.
 * @csspart challenge__button-quiet - Buttons that lead elsewhere.
 * @csspart challenge__label - The line of a checkbox.
 * @csspart challenge__loading - Shown when the server takes long.
 * @csspart challenge__empty - Shown when there is nothing to prove with.
 * @csspart challenge__method - A button that chooses another method.
 * @csspart challenge__footer - The other methods.
 * @csspart code-input__boxes - The row of boxes of the code field.
 * @csspart code-input__box - One box.
 * @csspart code-input__box-filled - A box that shows a digit.
 * @csspart code-input__box-active - The box at the caret.
 * @csspart code-input__error - Why the code was refused.
 *
 * @cssstate prompting - The dialog is open.
 */
export class MfaStepUp extends MfaElement {
  static override properties: PropertyDeclarations = {
    heading: {},
    description: {},
    asking: { state: true },
  };

  static override styles = [...MfaElement.styles, buttonStyles, stepUpStyles];

  /** Heading of the dialog. */
  heading = '';

  /** Why the person is asked, such as "Deleting a workspace can't be undone." */
  description = '';

  private asking = false;

  #answer: ((proven: boolean) => void) | undefined;
  /** Whose session it was when the dialog opened. */
  #asked: SessionView | undefined;
  #uninstall: (() => void) | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#uninstall?.();
    this.#finish(false);
  }

  protected override clientChanged(): void {
    this.#uninstall?.();
    this.#finish(false);
    this.#uninstall = this.mfa.handleStepUp((_requirement, { signal }) => this.#ask(signal));
  }

  protected override sessionChanged(session: SessionView): void {
    // Without a session there is nothing to prove again, and nobody proves for somebody else; the refused call says so.
    if (session.state === 'signed-out' || !isSamePerson(this.#asked, session)) this.#cancel();
  }

  #ask(signal: AbortSignal): Promise<boolean> {
    this.asking = true;
    this.#asked = this.mfa.current;
    return new Promise((resolve) => {
      this.#answer = resolve;
      // By then the dialog may be open for somebody else.
      signal.addEventListener('abort', () => {
        if (this.#answer === resolve) this.#cancel();
      });
    });
  }

  #finish(proven: boolean): void {
    const answer = this.#answer;
    this.#answer = undefined;
    this.asking = false;
    answer?.(proven);
  }

  #done(): void {
    if (!this.#answer) return;
    // First close, so that the focus is back where it was before anybody goes on.
    this.#dialog?.close();
    this.dispatchEvent(new MfaStepUpDoneEvent());
    this.#finish(true);
  }

  #cancel(): void {
    if (!this.#answer) return;
    this.#dialog?.close();
    this.dispatchEvent(new MfaStepUpCancelledEvent());
    this.#finish(false);
  }

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.shadowRoot?.querySelector('dialog');
  }

  protected override willUpdate(): void {
    super.willUpdate();
    this.showStates({
      prompting: this.asking,
    });
  }

  protected override updated(changed: PropertyValues): void {
    const dialog = this.#dialog;
    if (!changed.has('asking') || !dialog) return;
    if (!this.asking) dialog.close();
    else if (!dialog.open) {
      dialog.showModal();
      dialog.querySelector<MfaChallenge>('mfa-challenge')?.focus();
    }
  }

  /** What the page slots; where it slots nothing, the challenge keeps its own. */
  #forward(slot: 'title' | 'description' | 'footer'): unknown {
    return this.querySelector(`:scope > [slot="${slot}"]`)
      ? html`<slot name=${slot} slot=${slot}></slot>`
      : nothing;
  }

  protected override render(): TemplateResult {
    const texts = this.strings('stepUp', english);
    const heading = this.heading || texts.heading;
    // Escape and the phone's back gesture close the dialog, whatever is under way.
    return html`<dialog
      part="dialog"
      aria-label=${heading}
      @close=${() => {
        // The event comes late; meanwhile the dialog may have been opened again.
        if (!this.#dialog?.open) this.#cancel();
      }}
    >
      ${
        this.asking
          ? html`<mfa-challenge
              exportparts="base: challenge__base, title: challenge__title, description: challenge__description, header: challenge__header, label: challenge__label, loading: challenge__loading, empty: challenge__empty, button-quiet: challenge__button-quiet, error: challenge__error, hint: challenge__hint, actions: challenge__actions, button: challenge__button, button-primary: challenge__button-primary, method: challenge__method, footer: challenge__footer, code-input__boxes, code-input__box, code-input__box-filled, code-input__box-active, code-input__error"
              .immediate=${true}
              .client=${this.mfa}
              .heading=${heading}
              .description=${this.description}
              @mfa-challenge-passed=${() => {
                this.#done();
              }}
              @mfa-restart=${() => {
                this.#cancel();
              }}
            >
              <slot name="code" slot="code"></slot>
              <slot name="password" slot="password"></slot>
              ${this.#forward('title')}${this.#forward('description')}${this.#forward('footer')}
              <button
                type="button"
                part="button"
                slot="actions"
                @click=${() => {
                  this.#cancel();
                }}
              >
                ${this.strings('shared', shared).cancel}
              </button>
            </mfa-challenge>`
          : nothing
      }
    </dialog>`;
  }
}
