import { html, nothing, type TemplateResult } from 'lit';
import type { SessionView } from '../client/views.js';
import { shared, type SharedStrings } from '../languages/en/shared.js';
import { ChangingCard } from './changing-card.js';
import { card } from './card.js';
import { errorText } from './error-text.js';
import { icon, iconOf } from './icons.js';
import { button } from './list-button.js';
import { loading } from './loading.js';
import { RelativeTimes } from './relative-times.js';
import { RevocableListController, type RevocableListState } from './revocable-list.controller.js';
import type { RevocableEntry, Revocation } from './revocation.js';
import { listStyles } from './styles/list.js';

/** What every revocable list says, each in its own words. */
export interface RevocableListStrings {
  heading: string;
  description: string;
  /** When nothing is there to be revoked. */
  empty: string;
  /** Marks the entry that the person is looking from. */
  current: string;
  /** @param current whether it is that entry, here and below */
  revoke: (current: boolean) => string;
  /** @param name of the entry, here and below */
  ask: (name: string, current: boolean) => string;
  revoked: (name: string) => string;
  revokeAll: string;
  askAll: string;
  revokedAll: string;
  working: string;
}

/**
 * A list of what a person may revoke, one by one or all at once, each after a question in its place. What the entries are, how they are
 * told apart and which event tells that one is gone is each element's own matter.
 */
export abstract class RevocableList<Entry extends RevocableEntry> extends ChangingCard {
  static override styles = [...ChangingCard.styles, listStyles];

  readonly #flow: RevocableListController<Entry>;

  constructor(calls: Revocation<Entry>) {
    super();
    this.#flow = new RevocableListController(this, calls, {
      entered: (state, before) => {
        this.#entered(state, before);
      },
      revoked: (entry) => {
        this.#revoked(entry);
      },
    });
    new RelativeTimes(this);
  }

  protected abstract get texts(): RevocableListStrings;

  /** What an entry is called. */
  protected abstract nameOf(entry: Entry): string;

  /** What else tells an entry from the others. */
  protected abstract renderAbout(entry: Entry): TemplateResult;

  /** An entry is gone, or all of them. */
  protected abstract tellRevoked(): void;

  get #words(): SharedStrings {
    return this.strings('shared', shared);
  }

  protected override clientChanged(): void {
    this.#flow.load();
  }

  protected override sessionChanged(session: SessionView): void {
    this.#flow.follow(session);
  }

  protected override willUpdate(): void {
    super.willUpdate();
    const { state, slow, isBusy, isEmpty } = this.#flow;
    this.showStates({
      loading: state.name === 'loading' && slow,
      empty: state.name === 'list' && isEmpty,
      error: state.name === 'unreachable',
      verifying: isBusy,
    });
  }

  #entered(state: RevocableListState<Entry>, before: RevocableListState<Entry>): void {
    this.announce('');
    if (state.name === before.name) return;
    if (state.name === 'asking') this.focusWanted = '[part~=button-danger]';
    if (before.name !== 'asking') return;
    const index = this.#flow.entries.findIndex(({ id }) => id === before.entry?.id);
    const button = before.entry ? `li:nth-child(${String(index + 1)}) .revoke` : '.all';
    this.focusWanted = state.name === 'list' && (index >= 0 || !before.entry) ? button : '[part=title]';
  }

  #revoked(entry: Entry | undefined): void {
    this.focusWanted = '[part=title]';
    // Whoever has ended this very session reads in its place that they are signed out.
    if (this.#flow.state.name === 'list')
      this.announce(entry ? this.texts.revoked(this.nameOf(entry)) : this.texts.revokedAll);
    this.tellRevoked();
  }

  readonly #cancelByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    // A dialog around the list stays open.
    event.preventDefault();
    this.#flow.cancel();
  };

  get #error(): string {
    const { state } = this.#flow;
    const error = 'error' in state ? state.error : 'trouble' in state ? state.trouble : undefined;
    return errorText(this, error);
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    const { state, isEmpty } = this.#flow;
    const asksAll = state.name === 'asking' && !state.entry;
    return html`${card({
      heading: this.heading || texts.heading,
      description: this.description || texts.description,
      content: html`${this.#renderList()}
        ${isEmpty && state.name === 'list' ? html`<p part="empty">${icon('computer')}${texts.empty}</p>` : nothing}
        <div part="error" role="alert">${state.name === 'unreachable' ? this.#error : ''}</div>
        ${asksAll ? this.#renderQuestion(texts.askAll, texts.revokeAll) : this.#renderEnd()}`,
    })}${this.renderAnnouncer()}`;
  }

  #renderList(): unknown {
    const { state, slow, entries } = this.#flow;
    if (state.name === 'loading') return loading(this, slow);
    if (state.name === 'unreachable' || !entries.length) return nothing;
    return html`<ul>
      ${entries.map((entry) => this.#renderEntry(entry))}
    </ul>`;
  }

  #renderEntry(entry: Entry): TemplateResult {
    const { texts } = this;
    const { state } = this.#flow;
    const { id, current } = entry;
    const name = this.nameOf(entry);
    const isAsked = state.name === 'asking' && state.entry?.id === id;
    return html`<li part="device${current ? ' device-current' : ''}">
      ${iconOf(name)}
      <div id="about-${id}">
        <p class="name">${name}${current ? html` <span class="mark">${texts.current}</span>` : nothing}</p>
        ${this.renderAbout(entry)}
      </div>
      ${
        isAsked
          ? this.#renderQuestion(texts.ask(name, current), texts.revoke(current), `about-${id}`)
          : html`<div part="actions" class="of-device">
              ${this.#renderButton('button-quiet', texts.revoke(current), () => this.#flow.ask(entry), 'revoke', name)}
            </div>`
      }
    </li>`;
  }

  /** @param about what the question is about: an id, or several. */
  #renderQuestion(question: string, confirm: string, about = ''): TemplateResult {
    const { isBusy } = this.#flow;
    return html`<div class="panel" @keydown=${this.#cancelByKey}>
      <p id="question">${question}</p>
      <div part="error" role="alert">${this.#error}</div>
      <div part="actions">
        <button
          type="button"
          part="button button-danger"
          aria-describedby="${about} question"
          aria-disabled=${isBusy ? 'true' : 'false'}
          @click=${() => {
            this.#flow.revoke();
          }}
        >
          ${isBusy ? this.texts.working : confirm}
        </button>
        ${this.#renderButton('button-quiet', this.#words.cancel, () => {
          this.#flow.cancel();
        })}
      </div>
    </div>`;
  }

  /** Below the list: what revokes all. */
  #renderEnd(): unknown {
    const { state, entries } = this.#flow;
    if (state.name === 'unreachable')
      return html`<div part="actions">
        ${this.#renderButton('', this.#words.tryAgain, () => {
          this.#flow.load();
        })}
      </div>`;
    // One by one is as quick where there is only one.
    if (state.name === 'loading' || entries.length < 2) return nothing;
    return html`<div part="actions">
      ${this.#renderButton('', this.texts.revokeAll, () => this.#flow.ask(), 'all')}
    </div>`;
  }

  #renderButton(look: string, text: string, click: () => void, name = '', of?: string): TemplateResult {
    return button({ look, text, click, name, of, isBusy: this.#flow.isBusy });
  }
}
