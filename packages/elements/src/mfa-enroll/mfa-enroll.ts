import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ceremoniesOf } from '../ceremonies/passkey-calls.js';
import type { MfaError } from '../client/mfa-error.js';
import type { Passkey, SessionView, TotpFactor } from '../client/views.js';
import { MfaEnrolledEvent } from '../events/mfa-enrolled.js';
import { card } from '../foundation/card.js';
import { Copying } from '../foundation/copying.js';
import { CredentialForm } from '../foundation/credential-form.js';
import { focusTitle } from '../foundation/focus-title.js';
import { MfaElement } from '../foundation/mfa-element.js';
import { obstacleText, passkeyErrorText } from '../foundation/passkey-error-text.js';
import { alertStyles } from '../foundation/styles/alerts.js';
import { buttonStyles } from '../foundation/styles/buttons.js';
import { cardStyles } from '../foundation/styles/card.js';
import { enroll as english, type EnrollStrings } from '../languages/en/enroll.js';
import { factorErrors } from '../languages/en/factor-errors.js';
import { shared } from '../languages/en/shared.js';
import type { MfaCodeInput } from '../mfa-code-input/mfa-code-input.js';
import type { RecoveryCodes } from '../recovery-codes/recovery-codes.js';
import { EnrollController, type EnrollState } from './mfa-enroll.controller.js';
import { enrollStyles } from './mfa-enroll.styles.js';
import { ENROLL_METHODS, methodChoice, type EnrollMethod } from './method-choice.js';
import { oldAuthenticatorList } from './old-authenticators.js';
import { scanStep } from './scan-step.js';

/** From so many refused codes on, the phone's clock is the likely reason. */
const CLOCK_SUSPECTED_AFTER = 2;

/** Before anything is begun, or while it begins. */
const INTRODUCES: readonly string[] = ['choosing', 'starting', 'prompting'] satisfies EnrollState['name'][];

/**
 * @summary Sets up a passkey or an authenticator app, up to the saved recovery codes.
 * @status stable
 * @since 0.1
 *
 * @slot title - Instead of the heading, while an app is being set up.
 * @slot description - Instead of the sentences below the heading, likewise.
 * @slot code - The `<input>` for the code of the authenticator app. Made by the element when the page supplies none.
 * @slot actions - Buttons beside the element's own while an app is being set up, such as "Cancel".
 * @slot footer - Below everything.
 *
 * @fires {MfaEnrolledEvent} mfa-enrolled - Everything is done: the passkey or the app is confirmed, the recovery codes are saved, and old
 *   authenticators decided on.
 *
 * @csspart base - The card.
 * @csspart header - Title and description.
 * @csspart title - The heading.
 * @csspart description - What this step is about.
 * @csspart step - One numbered step, or one method to choose.
 * @csspart method - The button that chooses a method.
 * @csspart qr - The QR code with the white around it.
 * @csspart secret - The key, for those who can't scan.
 * @csspart copy-button - The button that copies the key, or all recovery codes.
 * @csspart label - The label of the name, or the line of the checkbox.
 * @csspart input - The field for the name.
 * @csspart error - What went wrong, where it is not about the code.
 * @csspart hint - What to look at.
 * @csspart loading - Shown when the server takes long.
 * @csspart empty - Shown when `methods` leaves nothing to set up.
 * @csspart actions - A row of buttons.
 * @csspart button - Every button.
 * @csspart button-primary - The button that leads on.
 * @csspart button-quiet - Buttons that lead elsewhere.
 * @csspart device - An old authenticator.
 * @csspart codes - The list of recovery codes.
 * @csspart code - One recovery code.
 * @csspart footer - What the page slots.
 * @csspart code-input__boxes - The row of boxes of the code field.
 * @csspart code-input__box - One box.
 * @csspart code-input__box-filled - A box that shows a digit.
 * @csspart code-input__box-active - The box at the caret.
 * @csspart code-input__error - Why the code was refused.
 *
 * @cssstate loading - The server takes long.
 * @cssstate empty - There is nothing to set up.
 * @cssstate prompting - The app has to be scanned or its code entered.
 * @cssstate verifying - A code is being checked.
 * @cssstate invalid - The last code was refused.
 * @cssstate error - The server can't be reached, or the enrolment can't go on.
 * @cssstate locked - Too many tries.
 * @cssstate complete - Everything is done.
 */
export class MfaEnroll extends MfaElement {
  static override properties: PropertyDeclarations = {
    heading: {},
    description: {},
    methods: { attribute: 'methods' },
  };

  static override styles = [...MfaElement.styles, cardStyles, buttonStyles, alertStyles, enrollStyles];

  /** Instead of the heading of the first step; for markup there is the slot `title`. */
  heading = '';

  /** Instead of the sentences below the heading of the first step; for markup there is the slot `description`. */
  description = '';

  /**
   * What may be set up, separated by spaces: `passkey`, `totp`. Empty: both.
   *
   * @attribute
   */
  methods: string | null = '';

  readonly #flow: EnrollController = new EnrollController(this, {
    allowed: () => this.#allowed,
    entered: (state, before) => this.#entered(state, before),
    codesMade: (codes) => (this.#codes = codes),
  });
  readonly #copying = new Copying(this);
  readonly #form: CredentialForm = new CredentialForm(this, 'code', () => this.#submit());
  /** On their way to the view that shows them. */
  #codes: readonly string[] | undefined;
  #focusWanted: 'title' | 'code' | undefined;
  /** Name of the old authenticator that is being removed. */
  #removing = '';

  /** Moves the focus to where the person goes on, as soon as there is such a place. */
  override focus(): void {
    this.#focusWanted = 'title';
    this.requestUpdate();
  }

  get #texts(): EnrollStrings {
    return this.strings('enroll', english);
  }

  get #allowed(): readonly EnrollMethod[] {
    const methods = typeof this.methods === 'string' ? this.methods.split(' ').filter(Boolean) : [];
    return methods.length ? ENROLL_METHODS.filter((method) => methods.includes(method)) : ENROLL_METHODS;
  }

  get #isEmpty(): boolean {
    return !this.#flow.methods.length;
  }

  /** Whether there is a choice to make, and it has to be made now. */
  get #chooses(): boolean {
    const { state, methods, isPending } = this.#flow;
    return methods.length > 1 && !isPending && INTRODUCES.includes(state.name);
  }

  get #codeInput(): MfaCodeInput | null {
    return this.renderRoot.querySelector<MfaCodeInput>('mfa-code-input');
  }

  protected override clientChanged(): void {
    this.#flow.load();
  }

  protected override sessionChanged(session: SessionView): void {
    this.#flow.follow(session);
  }

  protected override willUpdate(): void {
    super.willUpdate();
    const { state, slow } = this.#flow;
    const { name } = state;
    this.showStates({
      loading: name === 'loading' && slow,
      empty: this.#isEmpty,
      prompting: name === 'scanning' || name === 'prompting',
      verifying: name === 'verifying',
      invalid: this.#refusal !== '',
      error: name === 'unreachable' || name === 'expired' || name === 'limit',
      locked: name === 'waiting',
      complete: name === 'done',
    });
  }

  protected override updated(): void {
    if (this.#codes) {
      this.renderRoot.querySelector<RecoveryCodes>('recovery-codes')?.show(this.#codes);
      this.#codes = undefined;
      this.#focusWanted = undefined;
    }
    if (!this.#focusWanted || this.#flow.state.name === 'loading') return;
    if (this.#focusWanted === 'code') this.#codeInput?.focus();
    else focusTitle(this.renderRoot);
    this.#focusWanted = undefined;
  }

  #entered(state: EnrollState, before: EnrollState): void {
    const texts = this.#texts;
    if (state.name === 'scanning' && before.name === 'waiting') this.announce(texts.waited);
    else if (state.name === 'removing' && this.#removing && !state.trouble)
      this.announce(texts.removed(this.#removing));
    else this.announce(state.name === 'prompting' ? texts.prompting : '');
    this.#removing = '';
    this.#copying.reset();
    // A refused code is never right later; what only did not get through may well be.
    if (state.name === 'waiting' || (state.name === 'scanning' && state.refusal === 'wrong'))
      this.#codeInput?.clear();
    if (before.name === 'starting' && state.name === 'scanning' && !state.trouble)
      this.#focusWanted = 'title';
    // The button that had the focus is gone.
    if (['limit', 'expired', 'removing', 'done'].includes(state.name)) this.#focusWanted = 'title';
    if (state.name === 'done') this.dispatchEvent(new MfaEnrolledEvent());
  }

  #submit(): void {
    const name = this.renderRoot.querySelector<HTMLInputElement>('[part=input]')?.value.trim() ?? '';
    this.#flow.confirm(this.#codeInput?.value ?? '', name);
    // The button took the focus; the field is where the person goes on.
    this.#focusWanted = 'code';
  }

  /** From the name, Enter goes on to the code. */
  readonly #goOn = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return;
    // Else the key would submit the code that has the focus by the time it is up.
    event.preventDefault();
    this.#codeInput?.focus();
  };

  #remove(factor: TotpFactor | Passkey): void {
    this.#removing = factor.name;
    this.#flow.remove(factor);
  }

  async #copyKey(secret: string): Promise<void> {
    this.announce('');
    await this.#copying.copy(secret);
    if (this.#copying.outcome === 'copied') this.announce(this.#texts.copied);
  }

  /** Why the code in the field was refused. */
  get #refusal(): string {
    const { state, refusals } = this.#flow;
    if (state.name !== 'scanning' || !state.refusal) return '';
    const { clock, [state.refusal]: reason } = this.#texts;
    return state.refusal === 'wrong' && refusals >= CLOCK_SUSPECTED_AFTER ? `${reason} ${clock}` : reason;
  }

  get #error(): string {
    const { state } = this.#flow;
    const error: MfaError | undefined =
      'error' in state ? state.error : 'trouble' in state ? state.trouble : undefined;
    if (error) return passkeyErrorText(this, error, this.strings('factorErrors', factorErrors));
    return this.#copying.outcome === 'failed' ? this.#texts.copyFailed : '';
  }

  protected override render(): TemplateResult {
    return html`${this.#flow.state.name === 'saving' ? this.#renderCodes() : this.#renderCard()}${this.renderAnnouncer()}`;
  }

  #renderCodes(): TemplateResult {
    return html`<recovery-codes
      exportparts="base, header, title, description, codes, code, copy-button, label, error, actions, button, button-primary, footer"
      .client=${this.mfa}
      @mfa-recovery-codes-confirmed=${() => this.#flow.saved()}
      ><slot name="footer" slot="footer"></slot
    ></recovery-codes>`;
  }

  #renderCard(): TemplateResult {
    const actions = this.#isEmpty ? nothing : this.#renderActions();
    return card({
      ...this.#headings,
      content:
        this.#flow.state.name === 'done'
          ? nothing
          : html`${this.#isEmpty ? this.#renderEmpty() : this.#renderStep()}
              <div part="error" role="alert">${this.#error}</div>
              <div part="actions" ?hidden=${actions === nothing}>${actions}</div>`,
    });
  }

  /** Nothing is allowed, or only what this page or browser can't do. */
  #renderEmpty(): TemplateResult {
    const obstacle = this.#allowed.length ? ceremoniesOf(this.mfa).obstacle() : undefined;
    return html`<p part="empty">${obstacleText(this, obstacle) || this.#texts.noMethods}</p>`;
  }

  get #headings(): { heading: string; description: string } {
    const texts = this.#texts;
    const { state, enrolment, isPending, because } = this.#flow;
    const why = because ? (texts.because[because] ?? texts.because['other'] ?? '') : '';
    if (state.name === 'removing') return { heading: texts.oldHeading, description: texts.old };
    if (state.name === 'done') {
      const { enrolled = 'totp' } = this.#flow;
      return { heading: texts.doneHeading[enrolled], description: texts.done[enrolled] };
    }
    if (enrolment) return { heading: texts.scanHeading, description: '' };
    if (isPending) return { heading: texts.resumeHeading, description: `${why} ${texts.resume}` };
    const introduces = INTRODUCES.includes(state.name);
    const method = this.#chooses ? 'choice' : (this.#flow.methods[0] ?? 'choice');
    return {
      heading: this.heading || texts.heading[method],
      description: introduces ? this.description || why || texts.description[method] : '',
    };
  }

  #renderStep(): unknown {
    const { state, slow, enrolment, isPending, oldAuthenticators } = this.#flow;
    const texts = this.#texts;
    if (state.name === 'loading')
      return slow
        ? html`<p part="loading" role="status">${this.strings('shared', shared).loading}</p>`
        : nothing;
    if (state.name === 'removing')
      return oldAuthenticatorList(texts, oldAuthenticators, this.#flow.isBusy, (factor) => {
        this.#remove(factor);
      });
    if (isPending)
      return html`<ol class=${enrolment ? 'steps' : ''}>
        ${
          enrolment
            ? scanStep(texts, enrolment, this.#copying.outcome === 'copied', () => {
                void this.#copyKey(enrolment.secret);
              })
            : nothing
        }
        <li part="step">
          <label part="label"
            >${texts.name}<input part="input" maxlength="64" autocomplete="off" @keydown=${this.#goOn}
          /></label>
        </li>
        <li part="step">
          <mfa-code-input
            exportparts="boxes: code-input__boxes, box: code-input__box, box-filled: code-input__box-filled, box-active: code-input__box-active, error: code-input__error"
            .client=${this.mfa}
            .label=${texts.code}
            .error=${this.#refusal}
            .form=${this.#form.id}
            ><slot name="code" slot="input"></slot
          ></mfa-code-input>
        </li>
      </ol>`;
    if (!INTRODUCES.includes(state.name)) return nothing;
    const choice = this.#chooses
      ? methodChoice(texts, this.#flow.methods, this.#flow.isBusy, (method) => {
          this.#use(method);
        })
      : nothing;
    return html`${choice}
      <p part="hint">${state.name === 'prompting' ? texts.prompting : texts.sharedComputer}</p>`;
  }

  #use(method: EnrollMethod): void {
    if (method === 'passkey') this.#flow.addPasskey();
    else this.#flow.start();
  }

  #renderActions(): unknown {
    const { state, isPending, enrolment, isBusy } = this.#flow;
    const texts = this.#texts;
    const primary = (text: string, click: () => void): TemplateResult =>
      html`<button
        type="button"
        part="button button-primary"
        aria-disabled=${isBusy || state.name === 'waiting' ? 'true' : 'false'}
        @click=${click}
      >
        ${text}
      </button>`;
    const others = html`<slot name="actions"></slot>`;
    switch (state.name) {
      case 'loading':
      case 'saving':
      case 'done':
        return nothing;
      case 'removing':
        return primary(texts.finish, () => this.#flow.finish());
      case 'unreachable':
        return html`${primary(this.strings('shared', shared).tryAgain, () => this.#flow.load())}${others}`;
      case 'limit':
        return others;
      case 'expired':
        return html`${primary(texts.startAgain, () => this.#flow.start())}${others}`;
      default:
    }
    if (this.#chooses) return this.querySelector(':scope > [slot="actions"]') ? others : nothing;
    if (!isPending)
      return html`${primary(isBusy ? texts.working : texts.start, () => {
        this.#use(this.#flow.methods[0] ?? 'totp');
      })}${others}`;
    const verify = primary(state.name === 'verifying' ? texts.verifying : texts.verify, () =>
      this.#form.requestSubmit(),
    );
    const quiet = (text: string, click: () => void): TemplateResult =>
      html`<button
        type="button"
        part="button button-quiet"
        aria-disabled=${isBusy ? 'true' : 'false'}
        @click=${click}
      >
        ${text}
      </button>`;
    return html`${verify}${enrolment ? nothing : quiet(texts.newQr, () => this.#flow.start())}${
      this.#flow.methods.length > 1 ? quiet(texts.choose, () => this.#flow.choose()) : nothing
    }${others}`;
  }
}
