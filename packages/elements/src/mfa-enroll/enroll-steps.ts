import { html, nothing, type TemplateResult } from 'lit';
import type { Passkey, TotpFactor } from '../client/views.js';
import { Copying } from '../foundation/copying.js';
import type { CredentialForm } from '../foundation/credential-form.js';
import { letGoWithPage } from '../foundation/page-left.js';
import { isEnding } from '../foundation/time-limit.js';
import { adoptStyles } from '../foundation/styles/adopt-styles.js';
import { nameFieldStyles } from '../foundation/styles/name-field.js';
import { enrollSteps as english, type EnrollStepsStrings } from '../languages/en/enroll-steps.js';
import { shared } from '../languages/en/shared.js';
import type { MfaCodeInput } from '../mfa-code-input/mfa-code-input.js';
import { AfterChoice } from './after-choice.js';
import { enrollStepsStyles } from './enroll-steps.styles.js';
import type { EnrollController, EnrollState } from './mfa-enroll.controller.js';
import type { MfaEnroll } from './mfa-enroll.js';
import { oldAuthenticatorList } from './old-authenticators.js';
import { scanStep } from './scan-step.js';

/** From so many refused codes on, the phone's clock is the likely reason. */
const CLOCK_SUSPECTED_AFTER = 2;

/**
 * What `<mfa-enroll>` shows once an authenticator app was chosen, and after a recovery: scanning, the code, and old authenticators to be
 * rid of. Owns what is on screen there and nothing of the flow. It is apart from the element because most people never get there.
 */
export class EnrollSteps {
  readonly #element: MfaEnroll;
  readonly #flow: EnrollController;
  readonly #form: CredentialForm;
  readonly #after: AfterChoice;
  readonly #copying: Copying;
  /** Name of the old authenticator that is being removed. */
  #removing = '';

  constructor(element: MfaEnroll, flow: EnrollController, form: CredentialForm) {
    this.#element = element;
    this.#flow = flow;
    this.#form = form;
    this.#after = new AfterChoice(element, flow);
    this.#copying = new Copying(element);
    adoptStyles(element, nameFieldStyles, enrollStepsStyles);
    letGoWithPage(element, flow);
  }

  get #texts(): EnrollStepsStrings {
    return this.#element.strings('enrollSteps', english);
  }

  /** The field for the code, while it is on screen. */
  get codeInput(): MfaCodeInput | null {
    return this.#element.renderRoot.querySelector<MfaCodeInput>('mfa-code-input');
  }

  /** Why the code in the field was refused. */
  get refusal(): string {
    const { state } = this.#flow;
    if (state.name !== 'scanning' || !state.refusal) return '';
    const { clock, [state.refusal]: reason } = this.#texts;
    return state.refusal === 'wrong' && this.#after.refusals >= CLOCK_SUSPECTED_AFTER
      ? `${reason} ${clock}`
      : reason;
  }

  /** Why the key could not be copied. */
  get copyError(): string {
    return this.#copying.outcome === 'failed' ? this.#texts.copyFailed : '';
  }

  /** @returns what is to be announced of the new state. */
  entered(state: EnrollState, before: EnrollState): string {
    const removed = this.#removing;
    this.#removing = '';
    this.#copying.reset();
    this.#after.entered(state);
    // A refused code is never right later; what only did not get through may well be.
    if (state.name === 'waiting' || (state.name === 'scanning' && state.refusal === 'wrong'))
      this.codeInput?.clear();
    if (state.name === 'scanning' && before.name === 'waiting') return this.#texts.waited;
    return state.name === 'removing' && removed && !state.trouble ? this.#texts.removed(removed) : '';
  }

  submit(): void {
    const name = this.#element.renderRoot.querySelector<HTMLInputElement>('[part=input]')?.value.trim() ?? '';
    this.#after.confirm(this.codeInput?.value ?? '', name);
  }

  /** Why the person can't put it off. @param method that opened the session. */
  because(method: string): string {
    const { because } = this.#texts;
    return because[method] ?? because['other'] ?? '';
  }

  /** @param why the person can't put it off. */
  headings(why: string): { heading: string; description: string } {
    const texts = this.#texts;
    if (this.#flow.state.name === 'removing') return { heading: texts.oldHeading, description: texts.old };
    if (this.#flow.enrolment) return { heading: texts.scanHeading, description: '' };
    return { heading: texts.resumeHeading, description: `${why} ${texts.resume}` };
  }

  render(): TemplateResult {
    const { state, enrolment, oldAuthenticators, isBusy } = this.#flow;
    const texts = this.#texts;
    if (state.name === 'removing') {
      const words = this.#element.strings('shared', shared);
      const old = oldAuthenticators.map((factor) => ({ ...factor, name: words.factor(factor.name) }));
      return oldAuthenticatorList(texts, old, isBusy, (factor) => {
        this.#remove(factor);
      });
    }
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
            exportparts="boxes:code-input__boxes,box:code-input__box,box-filled:code-input__box-filled,box-active:code-input__box-active,error:code-input__error"
            .client=${this.#element.mfa}
            .label=${texts.code}
            .error=${this.refusal}
            .form=${this.#form.id}
            ><slot name="code" slot="input"></slot
          ></mfa-code-input>
        </li>
      </ol>
      ${this.#isEnding ? html`<p part="hint" class="ending">${texts.ending}</p>` : nothing}`;
  }

  /** Whether there is little time left. */
  get #isEnding(): boolean {
    const { pending } = this.#flow;
    return pending !== undefined && isEnding(this.#element, pending);
  }

  renderActions(): TemplateResult {
    const { state, enrolment, isBusy, methods } = this.#flow;
    const texts = this.#texts;
    const isStopped = isBusy || state.name === 'waiting';
    const primary = (text: string, click: () => void): TemplateResult =>
      this.#renderButton('button-primary', text, isStopped, click);
    const quiet = (text: string, click: () => void): TemplateResult =>
      this.#renderButton('button-quiet', text, isBusy, click);
    if (state.name === 'removing') return primary(texts.finish, () => this.#after.finish());
    if (state.name === 'expired') return primary(texts.startAgain, () => this.#flow.start());
    const verify = state.name === 'verifying' ? texts.verifying : texts.verify;
    return html`${primary(verify, () => this.#form.requestSubmit())}${
      enrolment && !this.#isEnding ? nothing : quiet(texts.newQr, () => this.#flow.start())
    }${methods.length > 1 ? quiet(texts.choose, () => this.#flow.choose()) : nothing}`;
  }

  #renderButton(look: string, text: string, isBusy: boolean, click: () => void): TemplateResult {
    return html`<button
      type="button"
      part="button ${look}"
      aria-disabled=${isBusy ? 'true' : 'false'}
      @click=${click}
    >
      ${text}
    </button>`;
  }

  /** From the name, Enter goes on to the code. */
  readonly #goOn = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return;
    // Else the key would submit the code that has the focus by the time it is up.
    event.preventDefault();
    this.codeInput?.focus();
  };

  #remove(factor: TotpFactor | Passkey): void {
    this.#removing = factor.name;
    this.#after.remove(factor);
  }

  async #copyKey(secret: string): Promise<void> {
    this.#element.announce('');
    await this.#copying.copy(secret);
    if (this.#copying.outcome === 'copied') this.#element.announce(this.#texts.copied);
  }
}
