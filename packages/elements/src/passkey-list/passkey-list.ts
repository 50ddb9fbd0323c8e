import { html, nothing, type TemplateResult } from 'lit';
import type { Passkey } from '../client/views.js';
import { MfaPasskeyAddedEvent } from '../events/mfa-passkey-added.js';
import { MfaPasskeyRenamedEvent } from '../events/mfa-passkey-renamed.js';
import { MfaPasskeyRevokedEvent } from '../events/mfa-passkey-revoked.js';
import { card } from '../foundation/card.js';
import { troubleText } from '../foundation/error-text.js';
import { FactorList } from '../foundation/factor-list.js';
import { icon } from '../foundation/icons.js';
import { loading } from '../foundation/loading.js';
import { passkeyList as english, type PasskeyListStrings } from '../languages/en/passkey-list.js';
import type { RecoveryCodes } from '../recovery-codes/recovery-codes.js';
import { aboutPasskey, isOnKey } from './about-passkey.js';
import { passkeyChanges } from './on-demand.js';
import type { PasskeyChanges } from './passkey-changes.js';
import { PasskeyListController, type Outcome, type PasskeyListState } from './passkey-list.controller.js';
import { passkeyListStyles } from './passkey-list.styles.js';

/** More the server does not take. */
const MOST = 20;

/**
 * @summary A person's passkeys: add, rename, revoke.
 * @status stable
 * @since 0.1
 *
 * @slot title - Instead of the heading.
 * @slot description - Instead of the sentence below the heading.
 * @slot code - The `<input>` for the code of an authenticator app, where one is set up in place of a passkey. Made by the element when the page supplies none.
 * @slot footer - Below everything.
 *
 * @fires {MfaPasskeyAddedEvent} mfa-passkey-added - A passkey was added, and its recovery codes, if there were any, are saved.
 * @fires {MfaPasskeyRenamedEvent} mfa-passkey-renamed - A passkey was given another name.
 * @fires {MfaPasskeyRevokedEvent} mfa-passkey-revoked - A passkey was revoked.
 *
 * @csspart base - The card.
 * @csspart header - Title and description.
 * @csspart title - The heading.
 * @csspart description - What passkeys are for.
 * @csspart device - One passkey.
 * @csspart device-current - The passkey that this session was proven with.
 * @csspart hint - When a passkey was added and used, whether it is synced, and what to do about it.
 * @csspart hint-warning - A hint that asks for something to be done.
 * @csspart label - The label of the name.
 * @csspart input - The field for the name.
 * @csspart method - A button that chooses where a new passkey is kept.
 * @csspart error - What went wrong.
 * @csspart loading - Shown when the server takes long.
 * @csspart empty - Shown when there is no passkey.
 * @csspart actions - A row of buttons.
 * @csspart button - Every button.
 * @csspart button-primary - The button that leads on.
 * @csspart button-quiet - Buttons that lead back, and those of a passkey.
 * @csspart button-danger - The button that revokes a passkey.
 * @csspart footer - What the page slots.
 * @csspart step - One numbered step of setting up an app, or one method to choose.
 * @csspart qr - The QR code of a new app, with the white around it.
 * @csspart secret - Its key, for those who can't scan.
 * @csspart copy-button - The button that copies the key, or all recovery codes.
 * @csspart codes - The list of recovery codes.
 * @csspart code - One recovery code.
 * @csspart code-input__boxes - The row of boxes of the code field.
 * @csspart code-input__box - One box.
 * @csspart code-input__box-filled - A box that shows a digit.
 * @csspart code-input__box-active - The box at the caret.
 * @csspart code-input__error - Why the code was refused.
 *
 * @cssstate loading - The server takes long.
 * @cssstate empty - There is no passkey.
 * @cssstate error - The server can't be reached.
 * @cssstate prompting - The browser asks for the new passkey.
 * @cssstate verifying - A change is under way.
 * @cssstate invalid - The new name was refused.
 */
export class PasskeyList extends FactorList<PasskeyChanges> {
  static override styles = [...FactorList.styles, passkeyListStyles];

  protected override readonly flow: PasskeyListController = new PasskeyListController(this, {
    entered: (state, before) => {
      this.#entered(state, before);
    },
    succeeded: (outcome) => {
      this.#succeeded(outcome);
    },
    codesMade: (codes) => (this.#codes = codes),
  });
  /** On their way to the view that shows them. */
  #codes: readonly string[] | undefined;

  get #texts(): PasskeyListStrings {
    return this.strings('passkeyList', english);
  }

  protected override makeChanges(): PasskeyChanges | undefined {
    return passkeyChanges.module && new passkeyChanges.module.PasskeyChanges(this, this.flow);
  }

  protected override willUpdate(): void {
    super.willUpdate();
    const { state, slow, isBusy, entries: passkeys } = this.flow;
    this.showStates({
      loading: state.name === 'loading' && slow,
      empty: state.name === 'list' && !passkeys.length,
      error: state.name === 'unreachable',
      prompting: state.name === 'adding',
      verifying: isBusy && state.name !== 'adding',
      invalid: state.name === 'renaming' && this.error !== '',
    });
  }

  protected override updated(): void {
    if (this.#codes) {
      this.renderRoot.querySelector<RecoveryCodes>('recovery-codes')?.show(this.#codes);
      this.#codes = undefined;
      this.focusWanted = '';
    }
    super.updated();
  }

  #entered(state: PasskeyListState, before: PasskeyListState): void {
    this.announce(state.name === 'adding' ? (this.changes?.texts.waiting ?? '') : '');
    if (state.name === before.name) {
      // A refused name is corrected where it stands.
      if (state.name === 'renaming' && !this.flow.isBusy) this.focusWanted = '[part=input]';
      return;
    }
    if (state.name === 'renaming') this.focusWanted = '[part=input]';
    if (state.name === 'removing') this.focusWanted = '[part~=button-danger]';
    if (state.name === 'choosing')
      this.focusWanted = before.name === 'adding' ? `.${before.kind}` : '[part~=method]';
    if (state.name === 'adding') this.focusWanted = '.cancel';
    if (state.name === 'instead') this.focusWanted = 'mfa-enroll';
    if (state.name !== 'list' || before.name === 'loading' || before.name === 'unreachable') return;
    this.focusWanted = '.add';
    if ('factor' in before) {
      const index = this.flow.entries.findIndex(({ id }) => id === before.factor.id);
      const button = before.name === 'renaming' ? 'rename' : 'remove';
      if (index >= 0) this.focusWanted = `li:nth-child(${index + 1}) .${button}`;
    }
  }

  #succeeded(outcome: Outcome): void {
    const changes = this.changes;
    switch (outcome.name) {
      case 'added':
        this.announce(changes?.texts.addedNow ?? '');
        this.focusWanted = '[part=title]';
        this.dispatchEvent(new MfaPasskeyAddedEvent());
        break;
      case 'renamed':
        this.announce(changes?.renamed(outcome.factor.name) ?? '');
        this.dispatchEvent(new MfaPasskeyRenamedEvent());
        break;
      case 'removed':
        this.announce(changes?.removed(outcome.factor.name) ?? '');
        this.focusWanted = '[part=title]';
        this.dispatchEvent(new MfaPasskeyRevokedEvent());
    }
  }

  protected override render(): TemplateResult {
    const texts = this.#texts;
    const { name } = this.flow.state;
    const content =
      name === 'saving'
        ? html`<recovery-codes
            exportparts="codes,code,copy-button,base,header,title,description,label,error,actions,button,button-primary,footer"
            .client=${this.mfa}
            @mfa-recovery-codes-confirmed=${() => this.flow.saved()}
          ></recovery-codes>`
        : card({
            heading: this.heading || texts.heading,
            description: this.description || texts.description,
            content: html`${this.#renderList()}
              <div part="error" role="alert">${'factor' in this.flow.state ? '' : this.error}</div>
              ${this.#renderEnd()}`,
          });
    return html`${content}${this.renderAnnouncer()}`;
  }

  #renderList(): unknown {
    const { state, entries: passkeys } = this.flow;
    const texts = this.#texts;
    if (state.name === 'unreachable') return nothing;
    if (state.name === 'loading') return loading(this, this.flow.slow);
    if (!passkeys.length)
      return state.name === 'list' ? html`<p part="empty">${icon('passkey')}${texts.empty}</p>` : nothing;
    return html`<ul>
        ${passkeys.map((passkey) => this.#renderPasskey(this.inWords(passkey)))}
      </ul>
      ${
        passkeys.length === 1 && state.name === 'list' && !this.flow.obstacle
          ? html`<p part="hint hint-warning">${texts.second}</p>`
          : nothing
      }`;
  }

  #renderPasskey(passkey: Passkey): TemplateResult {
    const { state } = this.flow;
    const isAsked = 'factor' in state && state.factor.id === passkey.id;
    const about = html`${aboutPasskey(this.#texts, this.language, passkey)}${
      isAsked ? this.changes?.renderRemoving(passkey, this.error) : this.#renderActions(passkey)
    }`;
    return html`<li part="device${passkey.current ? ' device-current' : ''}">
      ${icon(isOnKey(passkey) ? 'key' : 'passkey')}
      ${isAsked && state.name === 'renaming' ? this.changes?.renderRenaming(passkey, this.error) : about}
    </li>`;
  }

  #renderActions(passkey: Passkey): TemplateResult {
    const { name } = passkey;
    const texts = this.#texts;
    const quiet = (what: 'rename' | 'remove', click: () => void): TemplateResult =>
      this.renderButton({ look: 'button-quiet', text: texts[what], click, name: what, of: name });
    return html`<div part="actions" class="of-device">
      ${quiet('rename', () => this.flow.rename(passkey))}
      ${quiet('remove', () => this.flow.askToRemove(passkey))}
    </div>`;
  }

  /** Below the list: what adds a passkey. */
  #renderEnd(): unknown {
    const { state, entries: passkeys, obstacle } = this.flow;
    const texts = this.#texts;
    switch (state.name) {
      case 'loading':
        return nothing;
      case 'unreachable':
        return this.renderRetry();
      case 'choosing':
      case 'adding':
        return this.changes?.renderAdding(state.name === 'adding');
      case 'instead':
        return this.changes?.renderInstead();
      default:
        if (obstacle)
          return html`<p part="hint hint-warning">${troubleText(this, obstacle)}</p>
            ${this.changes?.renderOffer()}`;
        if (passkeys.length >= MOST) return html`<p part="hint">${texts.limit}</p>`;
        return html`<div part="actions">
          ${this.renderButton({
            look: passkeys.length ? '' : 'button-primary',
            text: texts.add,
            click: () => this.flow.choose(),
            name: 'add',
          })}
        </div>`;
    }
  }
}
