import { html, type TemplateResult } from 'lit';
import { Copying } from '../foundation/copying.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { letGoWithPage } from '../foundation/page-left.js';
import { adoptStyles } from '../foundation/styles/adopt-styles.js';
import { codesView as english, type CodesViewStrings } from '../languages/en/codes-view.js';
import { CodesPaper } from './codes-paper.js';
import { codesViewStyles } from './codes-view.styles.js';
import type { RecoveryCodesController } from './recovery-codes.controller.js';

/**
 * The one view in which codes are ever seen: the list, copying, saving, printing, and the checkbox that lets the person go on. Owns whether
 * that is ticked, and what follows; the state is the flow's. It is apart from the element because people see it once, and the element often.
 */
export class CodesView {
  readonly #element: MfaElement;
  readonly #flow: RecoveryCodesController;
  readonly #copying: Copying;
  readonly #paper: CodesPaper;
  #isSaved = false;

  constructor(element: MfaElement, flow: RecoveryCodesController) {
    this.#element = element;
    this.#flow = flow;
    this.#copying = new Copying(element);
    this.#paper = new CodesPaper(element, flow.shown, () => this.#texts.codesFor(location.host));
    adoptStyles(element, codesViewStyles);
    letGoWithPage(element, {
      letGo: () => {
        flow.shown.forget();
        flow.enter({ name: 'loading' });
      },
      load: () => flow.load(),
    });
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
        ${this.#flow.shown.codes.map(
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

  renderActions(): TemplateResult {
    const texts = this.#texts;
    const isConfirming = this.#flow.state.name === 'confirming';
    return html`<button
      type="button"
      part="button button-primary"
      ?disabled=${!this.#isSaved}
      aria-disabled=${isConfirming ? 'true' : 'false'}
      @click=${() => this.#confirm()}
    >
      ${isConfirming ? texts.working : texts.continue}
    </button>`;
  }

  /** "I have saved them": tells the server, then forgets them. */
  #confirm(): void {
    const flow = this.#flow;
    if (flow.state.name !== 'showing') return;
    flow.enter({ name: 'confirming' });
    const { mfa } = this.#element;
    const total = flow.shown.codes.length;
    flow.attempt(
      (options) => mfa.confirmRecoveryCodes(options),
      () => {
        flow.status = { remaining: total, total, createdAt: null, confirmed: true };
        flow.shown.forget();
        flow.enter({ name: 'status' });
        flow.confirmed();
        // What the session says of the codes has changed with them. A failure is for those to show who need it.
        mfa.session().catch(() => undefined);
      },
      (trouble) => {
        if (trouble.code !== 'not_found') return { name: 'showing', trouble };
        // Replaced or removed elsewhere: these codes are worth nothing any more.
        flow.shown.forget();
        flow.read();
        return { name: 'status', trouble };
      },
    );
  }

  async #copy(): Promise<void> {
    this.#element.announce('');
    await this.#copying.copy(this.#paper.text);
    if (this.#copying.outcome === 'copied') this.#element.announce(this.#texts.copied);
  }
}
