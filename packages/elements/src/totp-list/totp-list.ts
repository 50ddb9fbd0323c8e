import { html, nothing, type TemplateResult } from 'lit';
import type { PendingEnrolment, TotpFactor } from '../client/views.js';
import { MfaTotpAddedEvent } from '../events/mfa-totp-added.js';
import { MfaTotpRemovedEvent } from '../events/mfa-totp-removed.js';
import { card } from '../foundation/card.js';
import { FactorList } from '../foundation/factor-list.js';
import { icon } from '../foundation/icons.js';
import { loading } from '../foundation/loading.js';
import { day, relativeTime } from '../foundation/relative-times.js';
import { totpList as english, type TotpListStrings } from '../languages/en/totp-list.js';
import { totpChanges } from './on-demand.js';
import type { TotpChanges } from './totp-changes.js';
import { TotpListController, type Outcome, type TotpListState } from './totp-list.controller.js';
import { totpListStyles } from './totp-list.styles.js';

/** More the server does not take. */
const MOST = 10;

/**
 * @summary A person's authenticator apps: add, rename, replace, remove.
 * @status stable
 * @since 0.1
 *
 * @slot title - Instead of the heading.
 * @slot description - Instead of the sentence below the heading.
 * @slot code - The `<input>` for the code of an app that is being added. Made by the element when the page supplies none.
 * @slot footer - Below everything.
 *
 * @fires {MfaTotpAddedEvent} mfa-totp-added - An app was added, and its recovery codes, if there were any, are saved.
 * @fires {MfaTotpRemovedEvent} mfa-totp-removed - An app was removed.
 *
 * @csspart base - The card.
 * @csspart header - Title and description.
 * @csspart title - The heading.
 * @csspart description - What the apps are for.
 * @csspart device - One app, or an enrolment that is not finished.
 * @csspart device-locked - An app that is locked after too many wrong codes.
 * @csspart device-pending - An enrolment that is not finished.
 * @csspart hint - When an app was added and used, and what to do about it.
 * @csspart label - The label of the name.
 * @csspart input - The field for the name.
 * @csspart error - What went wrong.
 * @csspart loading - Shown when the server takes long.
 * @csspart empty - Shown when there is no app.
 * @csspart actions - A row of buttons.
 * @csspart button - Every button.
 * @csspart button-primary - The button that leads on.
 * @csspart button-quiet - Buttons that lead back, and those of an app.
 * @csspart button-danger - The button that removes an app.
 * @csspart footer - What the page slots.
 * @csspart enroll__base - The card of the app that is being added.
 * @csspart enroll__header - Its title and description.
 * @csspart enroll__title - The heading of the app that is being added.
 * @csspart enroll__description - What this step is about.
 * @csspart enroll__step - One numbered step.
 * @csspart enroll__qr - Its QR code.
 * @csspart enroll__secret - Its key, for those who can't scan.
 * @csspart enroll__copy-button - The button there that copies the key, or all recovery codes.
 * @csspart enroll__codes - The recovery codes that came with it.
 * @csspart enroll__code - One of them.
 * @csspart enroll__hint - What to look at there.
 * @csspart enroll__label - The label of its name, or the line of the checkbox.
 * @csspart enroll__input - The field for its name.
 * @csspart enroll__error - What went wrong there.
 * @csspart enroll__loading - Shown there when the server takes long.
 * @csspart enroll__actions - The row of buttons there.
 * @csspart enroll__button - Every button there.
 * @csspart enroll__button-primary - The button there that leads on.
 * @csspart enroll__button-quiet - Buttons there that lead elsewhere.
 * @csspart enroll__footer - The end of its card.
 * @csspart code-input__boxes - The row of boxes of the code field.
 * @csspart code-input__box - One box.
 * @csspart code-input__box-filled - A box that shows a digit.
 * @csspart code-input__box-active - The box at the caret.
 * @csspart code-input__error - Why the code was refused.
 *
 * @cssstate loading - The server takes long.
 * @cssstate empty - There is no app.
 * @cssstate error - The server can't be reached.
 * @cssstate prompting - An app is being added.
 * @cssstate verifying - A change is under way.
 * @cssstate invalid - The new name was refused.
 * @cssstate locked - An app is locked.
 */
export class TotpList extends FactorList<TotpChanges> {
  static override styles = [...FactorList.styles, totpListStyles];

  protected override readonly flow: TotpListController = new TotpListController(this, {
    entered: (state, before) => this.#entered(state, before),
    succeeded: (outcome) => this.#succeeded(outcome),
  });

  get #texts(): TotpListStrings {
    return this.strings('totpList', english);
  }

  protected override makeChanges(): TotpChanges | undefined {
    return totpChanges.module && new totpChanges.module.TotpChanges(this, this.flow);
  }

  protected override willUpdate(): void {
    super.willUpdate();
    const { state, slow, isBusy, entries: apps } = this.flow;
    this.showStates({
      loading: state.name === 'loading' && slow,
      empty: state.name === 'list' && !apps.length,
      error: state.name === 'unreachable',
      prompting: state.name === 'adding',
      verifying: isBusy,
      invalid: state.name === 'renaming' && this.error !== '',
      locked: apps.some(({ locked }) => locked),
    });
  }

  #entered(state: TotpListState, before: TotpListState): void {
    this.announce('');
    if (state.name === before.name) {
      // A refused name is corrected where it stands.
      if (state.name === 'renaming' && !this.flow.isBusy) this.focusWanted = '[part=input]';
      return;
    }
    if (state.name === 'renaming') this.focusWanted = '[part=input]';
    if (state.name === 'removing') this.focusWanted = '[part~=button-danger]';
    if (state.name === 'adding') this.focusWanted = 'mfa-enroll';
    if (state.name !== 'list' || before.name === 'loading' || before.name === 'unreachable') return;
    this.focusWanted = before.name === 'adding' ? this.#buttonOf(before.replaced, 'replace') : '';
    if (before.name === 'renaming') this.focusWanted = this.#buttonOf(before.factor, 'rename');
    if (before.name === 'removing') this.focusWanted = this.#buttonOf(before.factor, 'remove');
  }

  /** Where the person came from; without an app, the button that adds one. */
  #buttonOf(factor: TotpFactor | undefined, name: string): string {
    const index = this.flow.entries.findIndex(({ id }) => id === factor?.id);
    return index < 0 ? '.add' : `li:nth-child(${String(index + 1)}) .${name}`;
  }

  #succeeded(outcome: Outcome): void {
    const changes = this.changes;
    switch (outcome.name) {
      case 'renamed':
        this.announce(changes?.renamed(outcome.factor.name) ?? '');
        break;
      case 'discarded':
        this.announce(this.#texts.discarded);
        this.focusWanted = '[part=title]';
        break;
      case 'added':
        this.announce(changes?.texts.addedNow ?? '');
        if (this.flow.state.name === 'list') this.focusWanted = '[part=title]';
        this.dispatchEvent(new MfaTotpAddedEvent());
        break;
      case 'removed':
        this.announce(changes?.removed(outcome.factor.name) ?? '');
        this.focusWanted = '[part=title]';
        this.dispatchEvent(new MfaTotpRemovedEvent());
    }
  }

  protected override render(): TemplateResult {
    const texts = this.#texts;
    const { state } = this.flow;
    return html`${card({
      heading: this.heading || texts.heading,
      description: this.description || texts.description,
      content: html`${this.#renderList()}
        <div part="error" role="alert">${'factor' in state ? '' : this.error}</div>
        ${this.#renderEnd()}`,
    })}${this.renderAnnouncer()}`;
  }

  #renderList(): unknown {
    const { state, entries: apps, pending } = this.flow;
    const texts = this.#texts;
    if (state.name === 'unreachable') return nothing;
    if (state.name === 'loading') return loading(this, this.flow.slow);
    const shownPending = state.name === 'adding' ? undefined : pending;
    if (!apps.length && !shownPending)
      return state.name === 'adding' ? nothing : html`<p part="empty">${icon('phone')}${texts.empty}</p>`;
    return html`<ul>
      ${apps.map((app) => this.#renderApp(this.inWords(app)))}${shownPending ? this.#renderPending(shownPending) : nothing}
    </ul>`;
  }

  #renderApp(app: TotpFactor): TemplateResult {
    const { state } = this.flow;
    const isAsked = 'factor' in state && state.factor.id === app.id;
    return html`<li part="device${app.locked ? ' device-locked' : ''}">
      ${icon('phone')}${
        isAsked && state.name === 'renaming'
          ? this.changes?.renderRenaming(app, this.error)
          : html`${this.#renderAbout(app)}${
              isAsked && state.name === 'removing'
                ? this.changes?.renderRemoving(app, state.isReplaced === true, this.error)
                : this.#renderAppActions(app)
            }`
      }
    </li>`;
  }

  #renderAbout({ name, createdAt, lastUsedAt, locked }: TotpFactor): TemplateResult {
    const texts = this.#texts;
    const { language } = this;
    return html`<div>
      <p class="name">${name}${locked ? html` <span class="mark">${texts.locked}</span>` : nothing}</p>
      <p part="hint">
        ${texts.added} ${day(language, createdAt)}&nbsp;·
        ${lastUsedAt ? html`${texts.lastUsed} ${relativeTime(language, lastUsedAt)}` : texts.neverUsed}
      </p>
      ${locked ? html`<p>${texts.lockedHelp}</p>` : nothing}
    </div>`;
  }

  #renderAppActions(app: TotpFactor): TemplateResult {
    const texts = this.#texts;
    const flow = this.flow;
    const button = (name: 'rename' | 'replace' | 'remove', click: () => void): TemplateResult =>
      this.renderButton({ look: 'button-quiet', text: texts[name], click, name, of: app.name });
    return html`<div part="actions" class="of-device">
      ${button('rename', () => flow.rename(app))}${button('replace', () => flow.add(app))}${button(
        'remove',
        () => flow.askToRemove(app),
      )}
    </div>`;
  }

  #renderPending(pending: PendingEnrolment): TemplateResult {
    const texts = this.#texts;
    return html`<li part="device device-pending">
      ${icon('phone')}
      <div>
        <p class="name"><span class="mark">${texts.pending}</span></p>
        <p part="hint">${texts.pendingHelp}</p>
      </div>
      <div part="actions" class="of-device">
        ${this.renderButton({ look: 'button-quiet', text: texts.resume, click: () => this.flow.add() })}
        ${this.renderButton({ look: 'button-quiet', text: texts.discard, click: () => this.flow.discard(pending) })}
      </div>
    </li>`;
  }

  /** Below the list: what adds an app. */
  #renderEnd(): unknown {
    const { state, entries: apps, pending, factors } = this.flow;
    const texts = this.#texts;
    if (state.name === 'loading') return nothing;
    if (state.name === 'unreachable') return this.renderRetry();
    if (state.name === 'adding') return this.changes?.renderAdding(state.replaced !== undefined);
    if (apps.length >= MOST) return html`<p part="hint">${texts.limit}</p>`;
    // What was begun has to be finished or discarded first; both stand in the list.
    if (pending) return nothing;
    // Whoever has a passkey is protected already.
    const hasFactor = apps.length > 0 || factors?.passkeys.length;
    return html`<div part="actions">
      ${this.renderButton({
        look: hasFactor ? '' : 'button-primary',
        text: texts.add,
        click: () => this.flow.add(),
        name: 'add',
      })}
    </div>`;
  }
}
