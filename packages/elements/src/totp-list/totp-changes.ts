import { html, nothing, type TemplateResult } from 'lit';
import type { TotpFactor } from '../client/views.js';
import { ChangePanels } from '../foundation/change-panels.js';
import { remove, saveName } from '../foundation/factor-changes.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { CODE_INPUT_PARTS } from '../foundation/handed-on-parts.js';
import { totpChanges as english, type TotpChangesStrings } from '../languages/en/totp-changes.js';
import { totpChangesStyles } from './totp-changes.styles.js';
import type { TotpListController } from './totp-list.controller.js';

/** The parts of the enrolment in a panel: the panel's own card has most of them too. */
const PARTS = `base:enroll__base,header:enroll__header,title:enroll__title,description:enroll__description,step:enroll__step,qr:enroll__qr,secret:enroll__secret,copy-button:enroll__copy-button,codes:enroll__codes,code:enroll__code,hint:enroll__hint,label:enroll__label,input:enroll__input,error:enroll__error,loading:enroll__loading,actions:enroll__actions,button:enroll__button,button-primary:enroll__button-primary,button-quiet:enroll__button-quiet,footer:enroll__footer,${CODE_INPUT_PARTS}`;

/**
 * The panels of `<totp-list>`: adding or replacing an app, renaming, removing. Owns what is on screen there, and the calls that follow; the
 * state is the flow's.
 * It is apart from the element because the list is looked at more often than changed.
 */
export class TotpChanges extends ChangePanels<TotpListController> {
  constructor(element: MfaElement, flow: TotpListController) {
    super(element, flow, totpChangesStyles);
  }

  get texts(): TotpChangesStrings {
    return this.element.strings('totpChanges', english);
  }

  protected override saveName(name: string): void {
    saveName(this.flow, name, (id, options) => this.element.mfa.renameTotp(id, name, options));
  }

  protected override remove(): void {
    const { mfa } = this.element;
    remove(
      this.flow,
      (id, options) => mfa.removeTotp(id, options),
      () => mfa.session(),
    );
  }

  renderRemoving({ name }: TotpFactor, isReplaced: boolean, error: string): TemplateResult {
    const { isLast } = this.flow;
    const texts = this.texts;
    const ask = isReplaced ? texts.removeOldAsk : isLast ? texts.removeLastAsk : texts.removeAsk;
    return this.renderQuestion(
      {
        question: ask(name),
        confirm: isLast && !isReplaced ? texts.removeLast : texts.remove,
        cancel: isReplaced ? texts.keep : undefined,
      },
      error,
    );
  }

  renderAdding(isReplacing: boolean): TemplateResult {
    return html`<div class="adding">
      ${isReplacing ? html`<p part="hint">${this.texts.replaceHelp}</p>` : nothing}
      <mfa-enroll
        methods="totp"
        exportparts=${PARTS}
        .client=${this.element.mfa}
        @mfa-enrolled=${() => this.flow.added()}
      >
        <slot name="code" slot="code"></slot>
        <button type="button" slot="actions" part="button button-quiet" @click=${() => this.flow.cancel()}>
          ${this.cancelText}
        </button>
      </mfa-enroll>
    </div>`;
  }
}
