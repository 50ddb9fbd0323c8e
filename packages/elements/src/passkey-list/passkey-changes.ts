import { html, nothing, type TemplateResult } from 'lit';
import { passkeys } from '../ceremonies/passkeys.js';
import type { Passkey, PasskeyKind } from '../client/views.js';
import { cancelByKey, ChangePanels } from '../foundation/change-panels.js';
import { remove, saveName } from '../foundation/factor-changes.js';
import { ENROLL_PARTS } from '../foundation/handed-on-parts.js';
import { button } from '../foundation/list-button.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { passkeyChanges as english, type PasskeyChangesStrings } from '../languages/en/passkey-changes.js';
import { codesView } from '../recovery-codes/on-demand.js';
import { kindChoice } from './kind-choice.js';
import { passkeyChangesStyles } from './passkey-changes.styles.js';
import type { PasskeyListController } from './passkey-list.controller.js';

/**
 * The panels of `<passkey-list>`: adding, renaming, revoking, and an authenticator app in place of a passkey. Owns what is on screen there,
 * and the calls that follow; the state is the flow's. It is apart from the element because the list is looked at more often than changed.
 */
export class PasskeyChanges extends ChangePanels<PasskeyListController> {
  constructor(element: MfaElement, flow: PasskeyListController) {
    super(element, flow, passkeyChangesStyles);
  }

  get texts(): PasskeyChangesStrings {
    return this.element.strings('passkeyChanges', english);
  }

  protected override saveName(name: string): void {
    saveName(this.flow, name, async (id, options) =>
      (await passkeys.load()).renamePasskey(this.element.mfa, id, name, options),
    );
  }

  protected override remove(): void {
    const { mfa } = this.element;
    remove(
      this.flow,
      async (id, options) => (await passkeys.load()).removePasskey(mfa, id, options),
      () => mfa.session(),
    );
  }

  /** Has the browser make a passkey. Only ever by a click: a failure leads back to the question. */
  #add(kind: PasskeyKind): void {
    const { flow } = this;
    if (flow.isBusy) return;
    flow.enter({ name: 'adding', kind });
    flow.change(
      async (options) => {
        const [{ addPasskey }] = await Promise.all([passkeys.load(), codesView.load()]);
        return addPasskey(this.element.mfa, { ...options, kind });
      },
      ({ passkey, recoveryCodes }) => {
        const others = flow.entries.filter(({ id }) => id !== passkey.id);
        flow.replace([...others, passkey]);
        if (!recoveryCodes?.length) {
          flow.added();
          return;
        }
        flow.enter({ name: 'saving' });
        flow.codesMade(recoveryCodes);
      },
      (trouble) => ({ name: 'choosing', trouble }),
    );
  }

  renderRemoving({ name, current }: Passkey, error: string): TemplateResult {
    const { isLast } = this.flow;
    const texts = this.texts;
    const ask = isLast ? texts.removeLastAsk : current ? texts.removeCurrentAsk : texts.removeAsk;
    return this.renderQuestion(
      { question: ask(name), confirm: isLast ? texts.removeLast : texts.remove },
      error,
    );
  }

  /** @param isAdding while the browser asks for the passkey; a ceremony can be left at any time. */
  renderAdding(isAdding: boolean): TemplateResult {
    const texts = this.texts;
    const cancel = (): void => this.flow.cancel();
    return html`<div
      class="panel"
      @keydown=${(event: KeyboardEvent) => {
        cancelByKey(event, cancel);
      }}
    >
      ${
        isAdding
          ? html`<p>${texts.waiting}</p>`
          : kindChoice(texts, this.flow.hasPlatform, (kind) => this.#add(kind))
      }
      <div part="actions">
        ${button({
          look: 'button-quiet',
          text: this.cancelText,
          click: cancel,
          name: 'cancel',
          isBusy: false,
        })}
      </div>
    </div>`;
  }

  /** What protects an account where no passkey can be made, for those who do not have it yet. */
  renderOffer(): unknown {
    if (this.flow.factors?.totp.length) return nothing;
    return html`<p part="hint">${this.texts.instead}</p>
      <div part="actions">
        ${button({
          text: this.texts.useApp,
          click: () => {
            this.flow.useAppInstead();
          },
          name: 'add',
          isBusy: this.flow.isBusy,
        })}
      </div>`;
  }

  renderInstead(): TemplateResult {
    return html`<mfa-enroll
      methods="totp"
      exportparts=${`base,${ENROLL_PARTS}`}
      .client=${this.element.mfa}
      @mfa-enrolled=${() => this.flow.appAdded()}
    >
      <slot name="code" slot="code"></slot>
      <button type="button" slot="actions" part="button button-quiet" @click=${() => this.flow.cancel()}>
        ${this.cancelText}
      </button>
    </mfa-enroll>`;
  }
}
