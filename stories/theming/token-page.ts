import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import '../../packages/elements/src/define/mfa-code-input.js';
import '../../packages/elements/src/define/mfa-challenge.js';
import '../../packages/elements/src/define/passkey-list.js';
import '../../packages/elements/src/define/recovery-codes.js';
import { signedIn } from '../../packages/elements/src/client/scripted-answers.js';
import { StoryClient } from '../story-client.js';
import { hexOf, lowContrasts, resolveColour, type LowContrast } from './contrast.js';
import { tokenPageStyles } from './token-page.styles.js';
import { themeOf, tokens, type Token } from './tokens.js';

const FONTS = ['system-ui, sans-serif', 'Georgia, serif', 'ui-monospace, monospace'];

/** Every token with what it is, to be edited beside elements that show it; and what was edited as a theme. */
export class TokenPage extends LitElement {
  static override styles = tokenPageStyles;

  readonly #values = new Map<string, string>();
  readonly #client = new StoryClient({ session: signedIn });
  #warnings: readonly LowContrast[] = [];
  #copied = false;

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const preview = this.renderRoot.querySelector<HTMLElement>('.preview');
    if (!preview) return;
    const warnings = lowContrasts((name) => resolveColour(preview, this.#inForce(name)));
    const isNews = JSON.stringify(warnings) !== JSON.stringify(this.#warnings);
    this.#warnings = warnings;
    if (isNews) this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const shared = tokens.filter(({ element }) => element === undefined);
    const own = tokens.filter(({ element }) => element !== undefined);
    return html`<form @submit=${(event: Event) => event.preventDefault()}>
        <h2>Tokens of all elements</h2>
        ${shared.map((token) => this.#renderToken(token))}
        <h2>Tokens of single elements</h2>
        ${own.map((token) => this.#renderToken(token))}
      </form>
      <div class="result">
        <section aria-label="Preview" class="preview">
          <mfa-challenge .client=${this.#client}></mfa-challenge>
          <passkey-list .client=${this.#client}></passkey-list>
          <recovery-codes .client=${this.#client}></recovery-codes>
          <mfa-code-input label="Refused code" error="That code isn’t right."></mfa-code-input>
        </section>
        ${this.#renderWarnings()} ${this.#renderTheme()}
      </div>`;
  }

  #renderToken(token: Token): TemplateResult {
    const { name, description, element, fallback } = token;
    return html`<div class="token">
      <label for=${name}><code>${name}</code></label>
      <small>${description}${element ? html` Of <code>&lt;${element}&gt;</code>.` : ''}</small>
      <span class="values">
        ${this.#renderPicker(token)}
        <input
          type="text"
          id=${name}
          .value=${this.#values.get(name) ?? ''}
          placeholder=${fallback || 'not set'}
          list=${token.kind === 'font' ? 'fonts' : ''}
          @input=${(event: InputEvent) => this.#edit(name, (event.target as HTMLInputElement).value)}
        />
      </span>
    </div>`;
  }

  #renderPicker({ name, kind }: Token): TemplateResult | string {
    const edit = (event: InputEvent, unit: string): void =>
      this.#edit(name, `${(event.target as HTMLInputElement).value}${unit}`);
    if (kind === 'colour') {
      return html`<input
        type="color"
        aria-label=${`${name}, pick a colour`}
        .value=${hexOf(resolveColour(document.body, this.#inForce(name)))}
        @input=${(event: InputEvent) => edit(event, '')}
      />`;
    }
    if (kind !== 'length') return '';
    return html`<input
      type="range"
      min="0"
      max="4"
      step="0.0625"
      aria-label=${`${name}, in rem`}
      .value=${String(Number.parseFloat(this.#inForce(name)) || 0)}
      @input=${(event: InputEvent) => edit(event, 'rem')}
    />`;
  }

  #renderWarnings(): TemplateResult {
    const tooLow = this.#warnings.map(
      ({ front, back, ratio, least }) =>
        html`<li><code>${front}</code> on <code>${back}</code>: ${ratio.toFixed(2)}, needs ${least}</li>`,
    );
    return html`<section aria-label="Contrast">
      <h3>Contrast</h3>
      <div role="status">
        ${
          tooLow.length === 0
            ? html`<p>Everything can be read.</p>`
            : html`<ul class="warnings">
                ${tooLow}
              </ul>`
        }
      </div>
    </section>`;
  }

  #renderTheme(): TemplateResult {
    return html`<section aria-label="Theme">
      <h3>Theme</h3>
      <pre tabindex="0">${themeOf(this.#values)}</pre>
      <button class="copy" type="button" @click=${() => void this.#copy()}>
        ${this.#copied ? 'Copied' : 'Copy'}
      </button>
      <button class="download" type="button" @click=${() => this.#download()}>Download</button>
      <button class="reset" type="button" @click=${() => this.#reset()}>Reset</button>
      <datalist id="fonts">${FONTS.map((font) => html`<option value=${font}></option>`)}</datalist>
    </section>`;
  }

  /** What a token comes to: as edited, else as the page sets it, else what stands in. */
  #inForce(name: string): string {
    const fallback = tokens.find((token) => token.name === name)?.fallback ?? '';
    const ofPage = getComputedStyle(this).getPropertyValue(name).trim();
    return this.#values.get(name) ?? (ofPage || fallback);
  }

  #edit(name: string, value: string): void {
    if (value.trim() === '') this.#values.delete(name);
    else this.#values.set(name, value.trim());
    this.#apply(name);
  }

  #reset(): void {
    const edited = [...this.#values.keys()];
    this.#values.clear();
    for (const name of edited) this.#apply(name);
  }

  #apply(name: string): void {
    const preview = this.renderRoot.querySelector<HTMLElement>('.preview');
    preview?.style.setProperty(name, this.#values.get(name) ?? '');
    this.#copied = false;
    this.requestUpdate();
  }

  async #copy(): Promise<void> {
    await navigator.clipboard.writeText(themeOf(this.#values));
    this.#copied = true;
    this.requestUpdate();
  }

  #download(): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([themeOf(this.#values)], { type: 'text/css' }));
    link.download = 'mfa-theme.css';
    link.click();
    URL.revokeObjectURL(link.href);
  }
}

customElements.define('token-page', TokenPage);
