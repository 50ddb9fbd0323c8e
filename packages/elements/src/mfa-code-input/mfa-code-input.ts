import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { MfaCodeCompleteEvent } from '../events/mfa-code-complete.js';
import { CredentialField } from '../foundation/credential-field.js';
import { MfaElement } from '../foundation/mfa-element.js';
import { alertStyles } from '../foundation/styles/alerts.js';
import { timing } from '../foundation/timing.js';
import { codeInput as english } from '../languages/en/code-input.js';
import { codeInputStyles } from './mfa-code-input.styles.js';

const DEFAULT_LENGTH = 6;

/**
 * @summary A one-time code: one real text field in the page's own DOM, drawn as boxes.
 * @status stable
 * @since 0.1
 *
 * @slot input - The `<input>` that holds the code, and its `<label>`. Made by the element when the page supplies none.
 * @slot label - A label with markup; otherwise the `label` property names the field.
 *
 * @fires {MfaCodeCompleteEvent} mfa-code-complete - The last missing digit was entered; read `value`. Unless it is prevented, the
 *   form that the field belongs to is submitted by `requestSubmit()`.
 *
 * @csspart boxes - The row of boxes, always left to right.
 * @csspart box - One box.
 * @csspart box-filled - A box that shows a digit.
 * @csspart box-active - The box at the caret while the field has the focus.
 * @csspart error - Why the code was refused.
 *
 * @cssprop [--mfa-code-input-box-size=3rem] - Width of a box; boxes shrink where there is less room.
 * @cssprop [--mfa-code-input-box-height=3.5rem] - Height of a box.
 * @cssprop [--mfa-code-input-gap=var(--mfa-space-2)] - Distance between boxes.
 *
 * @cssstate complete - Every box is filled.
 * @cssstate invalid - The code was refused.
 */
export class MfaCodeInput extends MfaElement {
  static override properties: PropertyDeclarations = {
    length: { type: Number },
    label: {},
    name: {},
    form: {},
    error: {},
    invalid: { type: Boolean },
    value: { attribute: false, noAccessor: true },
    code: { state: true },
    selection: { state: true },
  };

  static override styles = [...MfaElement.styles, alertStyles, codeInputStyles];

  /** How many digits the code has. */
  length = DEFAULT_LENGTH;

  /** Names the field; by default "Verification code" in the language of the page. */
  label = '';

  /** Name under which the code is submitted with the form. */
  name = 'code';

  /** Id of the form to belong to, where that is not the one around the field. */
  form = '';

  /** Why the code was refused: shown below, announced once, and tied to the field. */
  error = '';

  /** The code was refused; for pages that show the reason themselves. Ends with the next change. */
  invalid = false;

  private code = '';
  private selection: readonly [start: number, end: number] | undefined;

  readonly #field = new CredentialField(this, {
    slot: 'input',
    label: () => this.label || this.strings('codeInput', english).label,
    attributes: () => ({
      name: this.name,
      inputmode: 'numeric',
      autocomplete: 'one-time-code',
      enterkeyhint: 'go',
      form: this.form,
    }),
    error: () => this.error,
    changed: (input) => {
      this.#take(input.value, true);
    },
  });

  /** The digits entered so far. */
  get value(): string {
    // Read anew: some password managers fill in without any event.
    this.#take(this.#field.value, false);
    return this.code;
  }

  set value(value: string) {
    this.#take(typeof value === 'string' ? value : '', false);
    this.#field.value = this.code;
  }

  /** The real text field. */
  get input(): HTMLInputElement | undefined {
    return this.#field.input;
  }

  /** Moves the focus into the field. */
  override focus(options?: FocusOptions): void {
    this.#field.focus(options);
  }

  /** Empties the field for another try; the focus stays. */
  clear(): void {
    this.value = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Fires on the document in Chromium and on the field in Firefox, which bubbles; also when a key moves the caret.
    document.addEventListener('selectionchange', this.#followCaret, { signal: this.connection });
    // A form that is reset says so first, and the event leaves no shadow root.
    this.getRootNode().addEventListener('reset', () => timing.after(0, () => this.value), {
      signal: this.connection,
    });
  }

  protected override willUpdate(): void {
    super.willUpdate();
    this.showStates({
      complete: this.code.length === this.#length,
      invalid: this.invalid || this.error !== '',
    });
  }

  protected override updated(): void {
    const { input } = this;
    if (input && this.invalid) input.ariaInvalid = 'true';
  }

  /** No length that a page may set takes the field away. */
  get #length(): number {
    const { length } = this;
    return Number.isInteger(length) && length > 0 && length <= 12 ? length : DEFAULT_LENGTH;
  }

  /**
   * What is no digit is dropped, whatever the keyboard, the clipboard or a manager delivered: `１２３-456` is 123456, and so is `١٢٣٤٥٦` from
   * an Arabic keyboard and `۱۲۳۴۵۶` from a Persian one. The last four bits of those say which digit they are.
   */
  #take(raw: string, byPerson: boolean): void {
    const before = this.code;
    const code = raw
      .normalize('NFKC')
      .replace(/[٠-٩۰-۹]/g, (digit) => `${digit.charCodeAt(0) & 15}`)
      .replace(/\D/g, '')
      .slice(0, this.#length);
    this.#field.value = code;
    this.#followCaret();
    if (code === before) return;
    this.code = code;
    if (code) this.invalid = false;
    if (byPerson && code.length === this.#length && before.length < code.length) this.#complete();
  }

  #complete(): void {
    if (this.dispatchEvent(new MfaCodeCompleteEvent())) this.input?.form?.requestSubmit();
  }

  readonly #followCaret = (): void => {
    const { input } = this;
    const root = input?.getRootNode() as Document | ShadowRoot | undefined;
    this.selection =
      input && root?.activeElement === input
        ? [input.selectionStart ?? 0, input.selectionEnd ?? 0]
        : undefined;
  };

  #isActive(index: number): boolean {
    if (!this.selection) return false;
    const [start, end] = this.selection;
    // Behind the last box there is none to be in.
    const first = Math.min(start, this.#length - 1);
    return index >= first && (index < end || index === first);
  }

  protected override render(): TemplateResult {
    const boxes = Array.from({ length: this.#length }, (_, index) => {
      const digit = this.code[index] ?? '';
      return html`<span part="box${digit ? ' box-filled' : ''}${this.#isActive(index) ? ' box-active' : ''}"
        >${digit}</span
      >`;
    });
    return html`<slot name="label"></slot>
      <div class="control" @focusin=${this.#followCaret} @focusout=${this.#followCaret}>
        <div part="boxes" class=${this.#length === 6 ? 'halves' : ''} aria-hidden="true" translate="no">
          ${boxes}
        </div>
        <slot name="input"></slot>
      </div>
      <div part="error" role="alert">${this.error}</div>`;
  }
}
