import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { SessionView } from '../client/views.js';
import { MfaChallengePassedEvent } from '../events/mfa-challenge-passed.js';
import { CardElement } from '../foundation/card-element.js';
import { card } from '../foundation/card.js';
import { CredentialField } from '../foundation/credential-field.js';
import { CredentialForm } from '../foundation/credential-form.js';
import { errorText, preloadWords, troubleText } from '../foundation/error-text.js';
import { loading } from '../foundation/loading.js';
import { fieldStyles } from '../foundation/styles/fields.js';
import { challenge as english, type ChallengeStrings } from '../languages/en/challenge.js';
import { shared } from '../languages/en/shared.js';
import type { MfaCodeInput } from '../mfa-code-input/mfa-code-input.js';
import {
  ChallengeController,
  type ChallengeMethod,
  type ChallengeState,
} from './mfa-challenge.controller.js';
import { challengeStyles } from './mfa-challenge.styles.js';

/**
 * @summary The second half of a sign-in, and the proof of a step-up: the best method first, the others one click away.
 * @status stable
 * @since 0.1
 *
 * @slot title - Instead of the heading.
 * @slot description - Instead of the sentence that says what to do.
 * @slot code - The `<input>` for the code of the authenticator app. Made by the element when the page supplies none.
 * @slot recovery-code - The `<input>` for a recovery code, likewise.
 * @slot password - The `<input>` for the password of people without a factor, likewise.
 * @slot actions - Buttons beside "Verify", or below what stands in its place.
 * @slot lost-device - Instead of the way out for people who have lost their device.
 * @slot restart - Instead of the button "Start again", when the pending sign-in is gone or soon will be.
 * @slot footer - Below everything.
 *
 * @fires {MfaChallengePassedEvent} mfa-challenge-passed - The proof was accepted.
 * @fires {MfaRestartEvent} mfa-restart - The pending sign-in is gone, or soon will be, and the person wants to begin again.
 *
 * @csspart base - The card.
 * @csspart header - Title and description.
 * @csspart title - The heading.
 * @csspart description - What to do.
 * @csspart error - What went wrong, where it is not about a code.
 * @csspart label - The line of the remember-this-device checkbox.
 * @csspart hint - What the way out for a lost device says, and what to do when the passkey isn't confirmed.
 * @csspart loading - Shown when the server takes long.
 * @csspart empty - Shown when there is nothing to prove with.
 * @csspart actions - The row of buttons.
 * @csspart button - Every button.
 * @csspart button-primary - The button that submits.
 * @csspart button-quiet - Buttons that lead elsewhere.
 * @csspart method - A button that chooses another method.
 * @csspart footer - The other methods, and what the page slots.
 * @csspart code-input__boxes - The row of boxes of the code field.
 * @csspart code-input__box - One box.
 * @csspart code-input__box-filled - A box that shows a digit.
 * @csspart code-input__box-active - The box at the caret.
 * @csspart code-input__error - Why the code was refused.
 *
 * @cssstate loading - The server takes long.
 * @cssstate empty - There is nothing to prove with.
 * @cssstate verifying - A proof is being checked.
 * @cssstate invalid - The last proof was refused.
 * @cssstate error - The server can't be reached, or the pending sign-in is gone.
 * @cssstate locked - Too many tries, or an authenticator that is locked.
 * @cssstate complete - The challenge was passed.
 */
export class MfaChallenge extends CardElement {
  static override properties: PropertyDeclarations = { immediate: { type: Boolean } };

  static override styles = [...CardElement.styles, fieldStyles, challengeStyles];

  /**
   * Whether the browser asks for the passkey at once, where that is what the person proves with and they have just clicked something:
   * a second click would tell nobody anything new. Every further try takes a click.
   */
  immediate = false;

  readonly #flow: ChallengeController = new ChallengeController(this, (state, before) => {
    this.#entered(state, before);
  });
  readonly #form: CredentialForm = new CredentialForm(this, 'code', () => {
    this.#submit();
  });
  readonly #fields = {
    'recovery-code': this.#field('recovery-code', { autocomplete: 'off', autocapitalize: 'characters' }),
    password: this.#field('password', { type: 'password', autocomplete: 'current-password' }),
  };
  #focusWanted = false;

  /** Moves the focus to where the person goes on, as soon as there is such a place. */
  override focus(options?: FocusOptions): void {
    const field = this.#asks ? this.#input : null;
    const place = field ?? this.shadowRoot?.querySelector<HTMLElement>('[part~=button]');
    this.#focusWanted = !place;
    place?.focus(options);
  }

  /** Whether a field is on screen. */
  get #asks(): boolean {
    return ['asking', 'verifying', 'waiting'].includes(this.#flow.state.name);
  }

  /** Nobody is asked for a second half who has none: what they have is locked. */
  get #isLockedOut(): boolean {
    const { state, challenge } = this.#flow;
    return state.name === 'empty' && challenge?.purpose === 'sign-in';
  }

  /** The field of the chosen method. */
  get #input(): MfaCodeInput | CredentialField | null {
    const { method } = this.#flow;
    if (method === 'passkey') return null;
    return method === 'totp'
      ? (this.shadowRoot?.querySelector<MfaCodeInput>('mfa-code-input') ?? null)
      : this.#fields[method];
  }

  get #texts(): ChallengeStrings {
    return this.strings('challenge', english);
  }

  #field(method: 'recovery-code' | 'password', attributes: Record<string, string>): CredentialField {
    return new CredentialField(this, {
      slot: method,
      label: () => this.#texts.label[method] ?? '',
      attributes: () => ({
        name: method,
        enterkeyhint: 'go',
        form: this.#form.id,
        ...attributes,
      }),
      error: () => this.#refusal,
      active: () => this.#asks && this.#flow.method === method,
    });
  }

  protected override clientChanged(): void {
    this.#flow.load();
  }

  protected override sessionChanged(session: SessionView): void {
    // A new pending sign-in, after the last one ended.
    if (this.#flow.state.name === 'expired' && session.state === 'challenge') this.#flow.load();
  }

  protected override willUpdate(): void {
    super.willUpdate();
    const { name } = this.#flow.state;
    this.showStates({
      loading: name === 'loading' && this.#flow.slow,
      empty: name === 'empty',
      verifying: name === 'verifying',
      invalid: this.#refusal !== '',
      error: name === 'unreachable' || name === 'expired',
      locked: name === 'waiting' || name === 'locked' || this.#isLockedOut,
      complete: name === 'passed',
    });
  }

  protected override updated(): void {
    if (this.#focusWanted && this.#flow.state.name !== 'loading') this.focus();
  }

  #entered(state: ChallengeState, before: ChallengeState): void {
    if (state.name === 'passed') {
      this.announce(this.#texts.verified);
      this.dispatchEvent(new MfaChallengePassedEvent());
      return;
    }
    this.announce(state.name === 'asking' && state.waited ? troubleText(this, 'waited') : '');
    if (state.name === 'asking') preloadWords(this);
    // A refused code is never right later; what only did not get through may well be.
    if ((state.name === 'asking' && state.refusal === 'wrong') || state.name === 'waiting') this.#clear();
    const { method, obstacle } = this.#flow;
    if (before.name !== 'loading' || state.name !== 'asking' || method !== 'passkey' || obstacle) return;
    // Without a recent click some browsers would refuse. Old ones don't tell.
    const { userActivation } = navigator as { userActivation?: UserActivation };
    if (this.immediate && userActivation?.isActive) this.#submit();
  }

  #clear(): void {
    const input = this.#input;
    if (input) input.value = '';
  }

  #submit(): void {
    const remember = this.shadowRoot?.querySelector<HTMLInputElement>('.remember input')?.checked ?? false;
    const input = this.#input;
    if (!input) {
      if (this.#flow.method === 'passkey') this.#flow.submit('', true, remember);
      return;
    }
    const proof = input.value.trim();
    const complete = this.#flow.method === 'totp' ? proof.length === 6 : proof !== '';
    this.#flow.submit(proof, complete, remember);
    // The button took the focus; the field is where the person goes on.
    input.focus();
  }

  #choose(method: ChallengeMethod): void {
    this.#flow.choose(method);
    this.#focusWanted = true;
  }

  /** Why the proof in the field was refused. */
  get #refusal(): string {
    const { state, method } = this.#flow;
    const refusal = state.name === 'asking' && method !== 'passkey' && state.refusal;
    return refusal ? troubleText(this, `${refusal}-${method}`) : '';
  }

  protected override render(): TemplateResult {
    const { state, challenge, method } = this.#flow;
    const texts = this.#texts;
    // A dialog around has its way out in here, which people need most where there is no form.
    const wayOut = html`<slot name="actions"></slot>`;
    // A card that is empty for a moment would only flicker, and one that is headed before it is filled be pushed about.
    if (state.name === 'loading')
      return html`${loading(this, this.#flow.slow)}${this.#flow.slow ? wayOut : ''}${this.renderAnnouncer()}`;
    const signIn = method === 'passkey' ? texts.headingPasskey : texts.heading;
    const canProve = this.#asks && !this.#flow.obstacle;
    const isAboutPerson = challenge?.purpose === 'step-up' || state.name === 'empty';
    const heading = isAboutPerson ? texts.headingStepUp : signIn;
    return html`${card({
      heading: state.name === 'passed' ? texts.verified : this.heading || heading,
      description: this.description || (canProve ? texts.describe[method] : ''),
      content: [this.#renderContent(), canProve || state.name === 'passed' ? '' : wayOut],
      footer: this.#asks || this.#isLockedOut || state.name === 'locked' ? this.#renderFooter() : nothing,
    })}${this.renderAnnouncer()}`;
  }

  #renderContent(): unknown {
    const { state } = this.#flow;
    const texts = this.#texts;
    const words = this.strings('shared', shared);
    switch (state.name) {
      case 'empty':
        return html`<p part="empty">
          ${this.#isLockedOut ? troubleText(this, 'locked-out') : texts.noMethods}
        </p>`;
      case 'unreachable':
        return html`<div class="notice">
          <div part="error" role="alert">${errorText(this, state.error)}</div>
          <button
            type="button"
            part="button"
            @click=${() => {
              this.#flow.load();
            }}
          >
            ${words.tryAgain}
          </button>
        </div>`;
      case 'expired':
      case 'locked':
        return this.#flow.trouble?.renderNotice(state);
      case 'passed':
        return nothing;
      default:
        return this.#flow.obstacle
          ? html`<p part="empty">${troubleText(this, this.#flow.obstacle)}</p>`
          : this.#renderForm(state);
    }
  }

  #renderForm(state: ChallengeState): TemplateResult {
    const { method, challenge } = this.#flow;
    const texts = this.#texts;
    const trouble = state.name === 'asking' ? state.trouble : undefined;
    const alert = state.name === 'waiting' ? this.#flow.trouble?.renderWait() : errorText(this, trouble);
    const proof = method === 'passkey' ? texts.use[method] : texts.verify;
    const submit = trouble ? this.strings('shared', shared).tryAgain : proof;
    return html`${method === 'passkey' ? nothing : this.#renderField(method)}
      ${
        challenge?.rememberDevice && (method === 'totp' || method === 'passkey')
          ? html`<label part="label" class="remember"
              ><input type="checkbox" />${texts.rememberDevice}</label
            >`
          : nothing
      }
      <div part="error" role="alert">${alert}</div>
      <div part="actions">
        <button
          type="button"
          part="button button-primary"
          aria-disabled=${state.name === 'asking' ? 'false' : 'true'}
          @click=${() => {
            this.#form.requestSubmit();
          }}
        >
          ${state.name === 'verifying' ? texts.verifying : submit}
        </button>
        <slot name="actions"></slot>
      </div>`;
  }

  #renderField(method: Exclude<ChallengeMethod, 'passkey'>): TemplateResult {
    const label = this.#texts.label[method] ?? '';
    return method === 'totp'
      ? html`<mfa-code-input
          exportparts="boxes:code-input__boxes,box:code-input__box,box-filled:code-input__box-filled,box-active:code-input__box-active,error:code-input__error"
          .client=${this.mfa}
          .label=${label}
          .error=${this.#refusal}
          .form=${this.#form.id}
          ><slot name="code" slot="input"></slot
        ></mfa-code-input>`
      : this.#fields[method].render();
  }

  #renderFooter(): unknown {
    const { challenge, otherMethods, isPasskeyInVain } = this.#flow;
    if (!challenge) return nothing;
    const texts = this.#texts;
    const look = isPasskeyInVain ? '' : 'button-quiet ';
    return html`${this.#flow.trouble?.renderEnding(challenge)}
    ${isPasskeyInVain && otherMethods.length ? html`<p part="hint">${troubleText(this, 'passkey-in-vain')}</p>` : nothing}
    ${otherMethods.map(
      (method) =>
        html`<button
          type="button"
          part="button ${look}method"
          @click=${() => {
            this.#choose(method);
          }}
        >
          ${texts.use[method]}
        </button>`,
    )}
    ${
      challenge.purpose === 'sign-in'
        ? html`<slot name="lost-device"
            ><details>
              <summary>${texts.lostDevice}</summary>
              <p part="hint">${texts.lostDeviceHelp}</p>
            </details></slot
          >`
        : nothing
    }`;
  }
}
