import { html, nothing, type TemplateResult } from 'lit';
import type { TotpFactor } from '../client/views.js';
import { ChangePanels } from '../foundation/change-panels.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { adoptStyles } from '../foundation/styles/adopt-styles.js';
import { shared } from '../languages/en/shared.js';
import { totpChanges as english, type TotpChangesStrings } from '../languages/en/totp-changes.js';
import { totpChangesStyles } from './totp-changes.styles.js';
import type { TotpListController } from './totp-list.controller.js';

/**
 * The panels of `<totp-list>`: adding or replacing an app, renaming, removing. Owns what is on screen there and nothing of the flow.
 * It is apart from the element because the list is looked at more often than changed.
 */
export class TotpChanges {
  readonly #element: MfaElement;
  readonly #flow: TotpListController;
  readonly #panels: ChangePanels;

  constructor(element: MfaElement, flow: TotpListController) {
    this.#element = element;
    this.#flow = flow;
    this.#panels = new ChangePanels(element);
    adoptStyles(element, totpChangesStyles);
  }

  get texts(): TotpChangesStrings {
    return this.#element.strings('totpChanges', english);
  }

  get nameMissing(): string {
    return this.#panels.texts.nameMissing;
  }

  renamed(name: string): string {
    return this.#panels.texts.renamed(name);
  }

  removed(name: string): string {
    return this.#panels.texts.removed(name);
  }

  renderRenaming({ name }: TotpFactor, error: string): TemplateResult {
    return this.#panels.renderRenaming(name, (changed) => this.#flow.saveName(changed), this.#asked(error));
  }

  renderRemoving({ name }: TotpFactor, isReplaced: boolean, error: string): TemplateResult {
    const { isLast } = this.#flow;
    const texts = this.texts;
    const ask = isReplaced ? texts.removeOldAsk : isLast ? texts.removeLastAsk : texts.removeAsk;
    return this.#panels.renderRemoving(
      {
        question: ask(name),
        confirm: isLast && !isReplaced ? texts.removeLast : texts.remove,
        cancel: isReplaced ? texts.keep : undefined,
      },
      () => this.#flow.remove(),
      this.#asked(error),
    );
  }

  renderAdding(isReplacing: boolean): TemplateResult {
    return html`<div class="adding">
      ${isReplacing ? html`<p part="hint">${this.texts.replaceHelp}</p>` : nothing}
      <mfa-enroll
        methods="totp"
        exportparts="title: enroll__title, qr: enroll__qr, secret: enroll__secret, codes: enroll__codes, code: enroll__code, button: enroll__button, button-primary: enroll__button-primary"
        .client=${this.#element.mfa}
        @mfa-enrolled=${() => this.#flow.added()}
      >
        <slot name="code" slot="code"></slot>
        <button type="button" slot="actions" part="button button-quiet" @click=${() => this.#flow.cancel()}>
          ${this.#element.strings('shared', shared).cancel}
        </button>
      </mfa-enroll>
    </div>`;
  }

  #asked(error: string): { error: string; isBusy: boolean; cancel: () => void } {
    return { error, isBusy: this.#flow.isBusy, cancel: () => this.#flow.cancel() };
  }
}
