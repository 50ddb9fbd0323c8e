import { html, type CSSResult, type TemplateResult } from 'lit';
import { changes as english, type ChangesStrings } from '../languages/en/changes.js';
import { shared } from '../languages/en/shared.js';
import { button } from './list-button.js';
import type { MfaElement } from './mfa-element.js';
import { adoptStyles } from './styles/adopt-styles.js';
import { nameFieldStyles } from './styles/name-field.js';

/** What the panels ask of the flow of a list. */
interface ChangedFlow {
  readonly isBusy: boolean;
  cancel(): void;
}

/**
 * The panels in which an entry of a list is given another name, or removed. Owns what is on screen there; how each is done is every list's
 * own matter.
 * It is apart from the lists because they are looked at more often than changed.
 */
export abstract class ChangePanels<Flow extends ChangedFlow> {
  protected readonly element: MfaElement;
  protected readonly flow: Flow;

  constructor(element: MfaElement, flow: Flow, ...styles: CSSResult[]) {
    this.element = element;
    this.flow = flow;
    adoptStyles(element, nameFieldStyles, ...styles);
  }

  get nameMissing(): string {
    return this.#texts.nameMissing;
  }

  get #texts(): ChangesStrings {
    return this.element.strings('changes', english);
  }

  protected get cancelText(): string {
    return this.element.strings('shared', shared).cancel;
  }

  protected abstract saveName(name: string): void;

  protected abstract remove(): void;

  renamed(name: string): string {
    return this.#texts.renamed(name);
  }

  removed(name: string): string {
    return this.#texts.removed(name);
  }

  /** @param error what went wrong; empty while all is well. Here and below. */
  renderRenaming({ name }: { name: string }, error: string): TemplateResult {
    const texts = this.#texts;
    const { isBusy } = this.flow;
    const cancel = (): void => {
      this.flow.cancel();
    };
    const input = (): HTMLInputElement | null =>
      this.element.renderRoot.querySelector<HTMLInputElement>('[part=input]');
    const saveInput = (): void => {
      this.saveName(input()?.value.trim() ?? '');
    };
    return html`<div
      class="panel"
      @keydown=${(event: KeyboardEvent) => {
        const isEntered = event.key === 'Enter' && !event.isComposing && event.target === input();
        if (!isEntered) {
          cancelByKey(event, cancel);
          return;
        }
        // The focus may be on a button before the key is up, which would press it.
        event.preventDefault();
        saveInput();
      }}
    >
      <label part="label"
        >${texts.name}<input
          part="input"
          maxlength="64"
          autocomplete="off"
          .value=${name}
          aria-describedby="error"
          aria-invalid=${error ? 'true' : 'false'}
      /></label>
      <div part="error" role="alert" id="error">${error}</div>
      <div part="actions">
        ${button({ look: 'button-primary', text: isBusy ? texts.working : texts.save, click: saveInput, isBusy })}
        ${button({ look: 'button-quiet', text: this.cancelText, click: cancel, isBusy })}
      </div>
    </div>`;
  }

  /**
   * @param words.question what will happen.
   * @param words.confirm on the button that makes it happen.
   * @param words.cancel on the button that leads back; left out, the usual word.
   */
  protected renderQuestion(
    words: { question: string; confirm: string; cancel?: string | undefined },
    error: string,
  ): TemplateResult {
    const { isBusy } = this.flow;
    const cancel = (): void => {
      this.flow.cancel();
    };
    return html`<div
      class="panel"
      @keydown=${(event: KeyboardEvent) => {
        cancelByKey(event, cancel);
      }}
    >
      <p id="question">${words.question}</p>
      <div part="error" role="alert">${error}</div>
      <div part="actions">
        <button
          type="button"
          part="button button-danger"
          aria-describedby="question"
          aria-disabled=${isBusy ? 'true' : 'false'}
          @click=${() => {
            this.remove();
          }}
        >
          ${isBusy ? this.#texts.working : words.confirm}
        </button>
        ${button({ look: 'button-quiet', text: words.cancel ?? this.cancelText, click: cancel, isBusy })}
      </div>
    </div>`;
  }
}

/** For panels: Escape leads back, and a dialog around the list stays open. */
export function cancelByKey(event: KeyboardEvent, cancel: () => void): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  cancel();
}
