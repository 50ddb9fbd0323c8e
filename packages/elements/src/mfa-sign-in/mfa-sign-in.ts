import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { obstacleOf } from '../ceremonies/obstacle.js';
import type { SessionView } from '../client/views.js';
import { MfaSignedInEvent } from '../events/mfa-signed-in.js';
import { CardElement } from '../foundation/card-element.js';
import { card } from '../foundation/card.js';
import { CredentialField } from '../foundation/credential-field.js';
import { CredentialForm } from '../foundation/credential-form.js';
import { errorText, preloadWords, troubleText } from '../foundation/error-text.js';
import { icon } from '../foundation/icons.js';
import { loading } from '../foundation/loading.js';
import { fieldStyles } from '../foundation/styles/fields.js';
import { iconStyles } from '../foundation/styles/icons.js';
import { passkeySignIn } from '../languages/en/passkey-sign-in.js';
import { signIn as english, type SignInStrings } from '../languages/en/sign-in.js';
import { SignInController, type SignInState } from './mfa-sign-in.controller.js';
import { afterSignIn } from './on-demand.js';
import { signInStyles } from './mfa-sign-in.styles.js';

/**
 * Where policy asks for a factor, setting one up comes before the end: with a way to put it off while there is still time, without one
 * after that.
 *
 * @summary Signs a person in: login and password, then the challenge, then enrolment where it is required, all in one place.
 * @status stable
 * @since 0.1
 *
 * @slot title - Instead of the heading of the first step.
 * @slot description - Below the heading of the first step.
 * @slot login - The `<input>` for the login, with `autocomplete="username webauthn"`, so that passkeys are offered in it. Made by the element when the page supplies none.
 * @slot password - The `<input>` for the password, likewise.
 * @slot code - The `<input>` for the code of the authenticator app, likewise.
 * @slot recovery-code - The `<input>` for a recovery code, likewise.
 * @slot lost-device - Way out for people who have lost their device; see `<mfa-challenge>`.
 * @slot enrolment - Instead of `<mfa-enroll>`, when a factor has to be set up first and can't be put off. Has to fire `mfa-enrolled`.
 * @slot done - Below the heading that says who is signed in.
 * @slot footer - Below the form, such as a link to account recovery.
 *
 * @fires {MfaSignedInEvent} mfa-signed-in - The person is signed in, and nothing more is asked of them.
 *
 * @csspart base - The card.
 * @csspart header - Title and description.
 * @csspart title - The heading.
 * @csspart description - What to do.
 * @csspart error - What went wrong.
 * @csspart loading - Shown when the server takes long.
 * @csspart actions - The row of buttons.
 * @csspart button - Every button.
 * @csspart button-primary - The button that submits.
 * @csspart button-quiet - The button that shows the password.
 * @csspart footer - What the page slots.
 * @csspart label - In the steps that follow: the label of a field, or the line of a checkbox.
 * @csspart input - There: the field for a name.
 * @csspart hint - There: what to look at.
 * @csspart empty - There: shown when there is nothing to prove with, or to set up.
 * @csspart method - There: a button that chooses a method.
 * @csspart step - In an enrolment: one numbered step, or one method to choose.
 * @csspart qr - There: the QR code with the white around it.
 * @csspart secret - There: the key, for those who can't scan.
 * @csspart copy-button - There: the button that copies the key, or all recovery codes.
 * @csspart device - There: an old authenticator.
 * @csspart codes - There: the list of recovery codes.
 * @csspart code - There: one recovery code.
 * @csspart code-input__boxes - The row of boxes of the code field.
 * @csspart code-input__box - One box.
 * @csspart code-input__box-filled - A box that shows a digit.
 * @csspart code-input__box-active - The box at the caret.
 * @csspart code-input__error - Why the code was refused.
 *
 * @cssstate loading - The server takes long to say how the session stands.
 * @cssstate prompting - Login and password are asked for.
 * @cssstate verifying - They are being checked.
 * @cssstate invalid - They were refused, or one is missing.
 * @cssstate error - They did not get through.
 * @cssstate complete - The person is signed in.
 */
export class MfaSignIn extends CardElement {
  static override properties: PropertyDeclarations = { passwordShown: { state: true } };

  static override styles = [...CardElement.styles, fieldStyles, iconStyles, signInStyles];

  private passwordShown = false;

  readonly #flow: SignInController = new SignInController(this, {
    entered: (state) => {
      this.#entered(state);
    },
    signedIn: () => this.dispatchEvent(new MfaSignedInEvent()),
    codesMade: (codes) => void afterSignIn.module?.showCodes(this, codes),
  });
  readonly #form: CredentialForm = new CredentialForm(this, 'login', () => {
    this.#acting = true;
    this.#typed = this.#login.value.trim();
    this.#flow.submit(this.#typed, this.#password.value);
  });
  readonly #login = this.#field('login', {
    autocomplete: 'username webauthn',
    inputmode: 'email',
    enterkeyhint: 'next',
  });
  readonly #password = this.#field('password', {
    type: 'password',
    autocomplete: 'current-password',
    enterkeyhint: 'go',
  });
  #focusWanted = false;
  /** Whether the person began this sign-in here; a page that only loads leaves the focus alone. */
  #acting = false;

  /** The login, for who has to start again: nobody is asked twice. */
  #typed = '';

  /** Moves the focus to where the person goes on. */
  override focus(options?: FocusOptions): void {
    if (this.#asks) (this.#login.value ? this.#password : this.#login).focus(options);
    else this.#step?.focus(options);
  }

  get #asks(): boolean {
    const { name } = this.#flow.state;
    return name === 'credentials' || name === 'submitting';
  }

  /** The element of the step after the first. */
  get #step(): HTMLElement | null | undefined {
    return this.shadowRoot?.querySelector<HTMLElement>('mfa-challenge, mfa-enroll, [part=title]');
  }

  get #texts(): SignInStrings {
    return this.strings('signIn', english);
  }

  #field(slot: 'login' | 'password', attributes: Record<string, string>): CredentialField {
    return new CredentialField(this, {
      slot,
      label: () => this.#texts[slot],
      attributes: () => ({
        name: slot === 'login' ? 'username' : slot,
        form: this.#form.id,
        ...attributes,
      }),
      error: () => this.#refusal(slot),
      active: () => this.#asks,
    });
  }

  protected override clientChanged(): void {
    this.#flow.start();
  }

  protected override sessionChanged(session: SessionView): void {
    this.#flow.follow(session);
  }

  protected override willUpdate(): void {
    super.willUpdate();
    const { state: flow, slow } = this.#flow;
    this.showStates({
      loading: flow.name === 'starting' && slow,
      prompting: flow.name === 'credentials',
      verifying: flow.name === 'submitting',
      invalid: flow.name === 'credentials' && flow.refusal !== undefined,
      error: flow.name === 'credentials' && flow.error !== undefined,
      complete: flow.name === 'done',
    });
    const input = this.#password.input;
    if (input) input.type = this.passwordShown ? 'text' : 'password';
  }

  protected override updated(): void {
    if (!this.#focusWanted) return;
    this.#focusWanted = false;
    if (this.#asks) this.#login.value ||= this.#typed;
    this.focus();
  }

  #entered(entered: SignInState): void {
    if (entered.name === 'credentials') preloadWords(this);
    // A password on its way, and everything after it, is nobody's to read.
    if (entered.name !== 'credentials') this.passwordShown = false;
    const refusal = entered.name === 'credentials' && entered.refusal;
    if (refusal === 'wrong') this.#password.value = '';
    if (refusal) (refusal === 'login' ? this.#login : this.#password).focus();
    if (entered.name === 'challenge' || entered.name === 'enrolment') this.#focusWanted = this.#acting;
    if (entered.name === 'done') {
      this.#typed = '';
      this.announce(this.#signedInAs);
    }
  }

  /** What is wrong with one of the two. Which of them was refused by the server stays open, so the password bears it. */
  #refusal(slot: 'login' | 'password'): string {
    const { state: flow } = this.#flow;
    const refusal = flow.name === 'credentials' && flow.refusal;
    if (!refusal || (slot === 'login') !== (refusal === 'login')) return '';
    return troubleText(this, refusal === 'wrong' ? 'wrong-credentials' : `missing-${refusal}`);
  }

  protected override render(): TemplateResult {
    return html`${this.#renderStep()}${this.renderAnnouncer()}`;
  }

  #renderStep(): unknown {
    switch (this.#flow.state.name) {
      case 'starting':
        return loading(this, this.#flow.slow);
      case 'challenge':
        return html`<mfa-challenge
          exportparts="hint,loading,empty,method,button-quiet,base,header,title,description,label,error,actions,button,button-primary,footer,code-input__boxes,code-input__box,code-input__box-filled,code-input__box-active,code-input__error"
          .client=${this.mfa}
          @mfa-challenge-passed=${() => {
            this.#acting = true;
            this.#flow.goOn();
          }}
          @mfa-restart=${() => {
            this.#flow.restart();
            this.#focusWanted = true;
          }}
        >
          <slot name="code" slot="code"></slot>
          <slot name="recovery-code" slot="recovery-code"></slot>
          ${
            this.querySelector(':scope > [slot="lost-device"]')
              ? html`<slot name="lost-device" slot="lost-device"></slot>`
              : nothing
          }
        </mfa-challenge>`;
      case 'enrolment':
      case 'saving':
        return afterSignIn.module?.renderAfter(this, this.#flow);
      case 'done':
        return card({
          heading: this.#signedInAs,
          content: html`<slot name="done"></slot>`,
        });
      default:
        return card({
          heading: this.heading || this.#texts.heading,
          description: this.description,
          content: this.#renderCredentials(),
        });
    }
  }

  get #signedInAs(): string {
    const name = this.mfa.current?.user?.displayName;
    return name ? this.#texts.signedInAs(name) : this.#texts.signedIn;
  }

  #renderCredentials(): TemplateResult {
    const { state: flow } = this.#flow;
    const texts = this.#texts;
    const shown = this.passwordShown;
    const trouble = flow.name === 'credentials' ? flow.error : undefined;
    return html`<div class="fields">
        ${this.#login.render()}
        ${this.#password.render(
          html`<button
            type="button"
            part="button button-quiet"
            aria-label=${shown ? texts.hidePassword : texts.showPassword}
            @click=${() => (this.passwordShown = !shown)}
          >
            ${shown ? texts.hide : texts.show}
          </button>`,
        )}
      </div>
      <div part="error" role="alert">${errorText(this, trouble)}</div>
      <div part="actions">
        <button
          type="button"
          part="button button-primary"
          aria-disabled=${flow.name === 'submitting' ? 'true' : 'false'}
          @click=${() => {
            this.#form.requestSubmit();
          }}
        >
          ${flow.name === 'submitting' && !flow.isPasskey ? texts.submitting : texts.submit}
        </button>
        ${this.#renderPasskey()}
      </div>`;
  }

  /** Not shown where there is nothing to sign in with: the form is there all the same. */
  #renderPasskey(): unknown {
    const { state: flow } = this.#flow;
    if (obstacleOf(this.mfa)) return nothing;
    const texts = this.strings('passkeySignIn', passkeySignIn);
    return html`<button
      type="button"
      part="button"
      class="passkey"
      aria-disabled=${flow.name === 'submitting' ? 'true' : 'false'}
      @click=${() => {
        this.#acting = true;
        this.#flow.usePasskey();
      }}
    >
      ${icon('passkey')}${flow.name === 'submitting' && flow.isPasskey ? texts.waiting : texts.signIn}
    </button>`;
  }
}
