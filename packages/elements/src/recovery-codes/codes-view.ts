import { html, type TemplateResult } from 'lit';
import { Copying } from '../foundation/copying.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { adoptStyles } from '../foundation/styles/adopt-styles.js';
import { codesView as english, type CodesViewStrings } from '../languages/en/codes-view.js';
import type { CodesOnShow } from './codes-on-show.js';
import { CodesPaper } from './codes-paper.js';
import { codesViewStyles } from './codes-view.styles.js';

/**
 * The one view in which codes are ever seen: the list, copying, saving, printing, and the checkbox that lets the person go on. Owns whether
 * that is ticked. It is apart from the element because people see it once, and the element often.
 */
export class CodesView {
  readonly #element: MfaElement;
  readonly #shown: CodesOnShow;
  readonly #copying: Copying;
  readonly #paper: CodesPaper;
  #isSaved = false;

  constructor(element: MfaElement, shown: CodesOnShow) {
    this.#element = element;
    this.#shown = shown;
    this.#copying = new Copying(element);
    this.#paper = new CodesPaper(element, shown, () => this.#texts.codesFor(location.host));
    adoptStyles(element, codesViewStyles);
  }

  get #texts(): CodesViewStrings {
    return this.#element.strings('codesView', english);
  }

  get heading(): string {
    return this.#texts.showHeading;
  }

  get description(): string {
    return this.#texts.showDescription;
  }

  /** Why the codes could not be copied. */
  get error(): string {
    return this.#copying.outcome === 'failed' ? this.#texts.copyFailed : '';
  }

  /** Other codes are on show: they are not saved yet. */
  begin(): void {
    this.#isSaved = false;
    this.#copying.reset();
  }

  render(): TemplateResult {
    const texts = this.#texts;
    return html`<ol part="codes" class="list" translate="no">
        ${this.#shown.codes.map(
          (code) =>
            // Spoken letter by letter: together they would be read as words.
            html`<li>
              <code part="code" dir="ltr" aria-hidden="true">${code}</code
              ><span class="spoken">${code.replaceAll('-', ',').split('').join(' ')}</span>
            </li>`,
        )}
      </ol>
      <div class="tools">
        <button type="button" part="button copy-button" @click=${() => this.#copy()}>
          ${this.#copying.outcome === 'copied' ? texts.copied : texts.copy}
        </button>
        <button type="button" part="button" @click=${() => this.#paper.download()}>${texts.download}</button>
        <button type="button" part="button" @click=${() => this.#paper.print()}>${texts.print}</button>
      </div>
      <label part="label">
        <input
          type="checkbox"
          .checked=${this.#isSaved}
          @change=${(event: Event) => {
            this.#isSaved = (event.target as HTMLInputElement).checked;
            this.#element.requestUpdate();
          }}
        />${texts.iHaveSaved}
      </label>`;
  }

  /**
   * @param isConfirming while the server is being told.
   * @param confirm called once the person goes on.
   */
  renderActions(isConfirming: boolean, confirm: () => void): TemplateResult {
    const texts = this.#texts;
    return html`<button
      type="button"
      part="button button-primary"
      ?disabled=${!this.#isSaved}
      aria-disabled=${isConfirming ? 'true' : 'false'}
      @click=${confirm}
    >
      ${isConfirming ? texts.working : texts.continue}
    </button>`;
  }

  async #copy(): Promise<void> {
    this.#element.announce('');
    await this.#copying.copy(this.#paper.text);
    if (this.#copying.outcome === 'copied') this.#element.announce(this.#texts.copied);
  }
}
