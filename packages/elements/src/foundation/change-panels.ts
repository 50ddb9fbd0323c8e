import { html, type TemplateResult } from 'lit';
import { changes as english, type ChangesStrings } from '../languages/en/changes.js';
import { shared } from '../languages/en/shared.js';
import { button } from './list-button.js';
import type { MfaElement } from './mfa-element.js';
import { adoptStyles } from './styles/adopt-styles.js';
import { nameFieldStyles } from './styles/name-field.js';

/** What a panel needs of the list that it stands in. */
interface Asked {
  /** What went wrong; empty while all is well. */
  error: string;
  /** Whether the change is under way. */
  isBusy: boolean;
  cancel: () => void;
}

/**
 * The panels in which an entry of a list is given another name, or removed. Owns neither the list nor the flow.
 * It is apart from the lists because they are looked at more often than changed.
 */
export class ChangePanels {
  readonly #element: MfaElement;

  constructor(element: MfaElement) {
    this.#element = element;
    adoptStyles(element, nameFieldStyles);
  }

  get texts(): ChangesStrings {
    return this.#element.strings('changes', english);
  }

  get #cancelText(): string {
    return this.#element.strings('shared', shared).cancel;
  }

  renderRenaming(
    name: string,
    save: (name: string) => void,
    { error, isBusy, cancel }: Asked,
  ): TemplateResult {
    const texts = this.texts;
    const input = (): HTMLInputElement | null =>
      this.#element.renderRoot.querySelector<HTMLInputElement>('[part=input]');
    const saveInput = (): void => {
      save(input()?.value.trim() ?? '');
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
        ${button({ look: 'button-quiet', text: this.#cancelText, click: cancel, isBusy })}
      </div>
    </div>`;
  }

  /**
   * @param words.question what will happen.
   * @param words.confirm on the button that makes it happen.
   * @param words.cancel on the button that leads back; left out, the usual word.
   */
  renderRemoving(
    words: { question: string; confirm: string; cancel?: string | undefined },
    remove: () => void,
    { error, isBusy, cancel }: Asked,
  ): TemplateResult {
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
          @click=${remove}
        >
          ${isBusy ? this.texts.working : words.confirm}
        </button>
        ${button({ look: 'button-quiet', text: words.cancel ?? this.#cancelText, click: cancel, isBusy })}
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
