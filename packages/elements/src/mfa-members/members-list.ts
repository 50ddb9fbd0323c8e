import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Member, MemberStatus } from '../client/views-administration.js';
import type { SessionView } from '../client/views.js';
import { MfaMemberExemptedEvent } from '../events/mfa-member-exempted.js';
import { MfaMemberResetEvent } from '../events/mfa-member-reset.js';
import type { DeferredView } from '../foundation/deferred-element.js';
import { errorText } from '../foundation/error-text.js';
import { button } from '../foundation/list-button.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { RelativeTimes } from '../foundation/relative-times.js';
import { administrationStyles } from '../foundation/styles/administration.js';
import { adoptStyles } from '../foundation/styles/adopt-styles.js';
import { nameFieldStyles } from '../foundation/styles/name-field.js';
import { membersList as english, type MembersListStrings } from '../languages/en/members-list.js';
import { shared } from '../languages/en/shared.js';
import { formatDate } from '../languages/format.js';
import { refusedField, renderPanel } from './member-panels.js';
import { renderMember } from './member-row.js';
import { MfaMembersController, type MembersState, type Outcome } from './mfa-members.controller.js';
import { mfaMembersStyles } from './mfa-members.styles.js';

const STATUSES: readonly MemberStatus[] = ['none', 'grace', 'enforced', 'exempt', 'totp', 'passkey', 'both'];

/** What those who administer see of the members. Owns what is asked in a member's place, the words, and where the focus goes. */
export class MembersList implements DeferredView, ReactiveController {
  readonly #element: MfaElement;
  readonly #flow: MfaMembersController;
  /** What gets the focus with the next rendering: a selector. */
  #focusWanted = '';

  constructor(element: MfaElement) {
    this.#element = element;
    this.#flow = new MfaMembersController(element, {
      entered: (state, before) => {
        this.#entered(state, before);
      },
      succeeded: (outcome) => {
        this.#succeeded(outcome);
      },
    });
    new RelativeTimes(element);
    adoptStyles(element, nameFieldStyles, administrationStyles, mfaMembersStyles);
    element.addController(this);
  }

  get #texts(): MembersListStrings {
    return this.#element.strings('membersList', english);
  }

  get states(): DeferredView['states'] {
    const { state, slow, isBusy } = this.#flow;
    return {
      loading: state.name === 'loading' && slow,
      empty: this.#isEmpty,
      error: state.name === 'unreachable',
      prompting: 'member' in state,
      verifying: isBusy,
      invalid: 'member' in state && refusedField(state.trouble) !== undefined,
    };
  }

  get #isEmpty(): boolean {
    return this.#flow.state.name === 'list' && !this.#flow.members.length;
  }

  load(): void {
    this.#flow.load();
  }

  follow(session: SessionView): void {
    this.#flow.follow(session);
  }

  hostUpdated(): void {
    const wanted = this.#focusWanted;
    this.#focusWanted = '';
    if (wanted === '[part=title]') this.#element.focus();
    else if (wanted) this.#element.renderRoot.querySelector<HTMLElement>(wanted)?.focus();
  }

  #rowOf(member: Member | undefined): string {
    const index = this.#flow.members.findIndex(({ id }) => id === member?.id);
    return index < 0 ? '' : `[part~=member]:nth-child(${String(index + 1)})`;
  }

  #entered(state: MembersState, before: MembersState): void {
    this.#element.announce('');
    if ('member' in state) {
      const refused = refusedField(state.trouble);
      if (refused) this.#focusWanted = `[name=${refused}]`;
      else if (!('member' in before)) this.#focusWanted = '#asked';
    } else if ('member' in before && state.name === 'list') {
      const row = this.#rowOf(before.member);
      this.#focusWanted = row ? `${row} .${before.name}` : '[part=title]';
    }
  }

  #succeeded(outcome: Outcome): void {
    const { members, hasMore } = this.#flow;
    const texts = this.#texts;
    switch (outcome.name) {
      case 'found':
        this.#element.announce(members.length ? texts.found(members.length, !hasMore) : this.#emptyText);
        break;
      case 'more':
        this.#element.announce(texts.moreShown(outcome.count, !hasMore));
        this.#focusWanted = this.#rowOf(outcome.first) || '[part=title]';
        break;
      case 'reset':
        this.#element.announce(texts.wasReset(outcome.member.name));
        // What they had is gone, and the button with it.
        this.#focusWanted = this.#rowOf(outcome.member);
        this.#element.dispatchEvent(new MfaMemberResetEvent());
        break;
      case 'exempted': {
        const day = formatDate(this.#element.language, outcome.until);
        this.#element.announce(texts.wasExempted(outcome.member.name, day));
        this.#element.dispatchEvent(new MfaMemberExemptedEvent());
      }
    }
  }

  render(): TemplateResult {
    const { state, members, slow, isReadingOn } = this.#flow;
    const words = this.#element.strings('shared', shared);
    return html`${this.#renderFilter()}
      ${slow && !isReadingOn ? html`<p part="loading" role="status">${words.loading}</p>` : nothing}
      <ul aria-busy=${state.name === 'loading' ? 'true' : 'false'} ?hidden=${!members.length}>
        ${repeat(
          members,
          ({ id }) => id,
          (member) => this.#renderRow(member),
        )}
      </ul>
      ${this.#isEmpty ? html`<p part="empty">${this.#emptyText}</p>` : nothing}
      <div part="error" role="alert">${this.#trouble}</div>
      ${this.#renderEnd()}`;
  }

  get #emptyText(): string {
    const { nobodyYet, nothingFound, empty } = this.#texts;
    // The server looks through so many at a time.
    if (this.#flow.hasMore) return nobodyYet;
    return this.#flow.filter.status ? nothingFound : empty;
  }

  /** Why the members, or those further down, did not come. */
  get #trouble(): string {
    const { state } = this.#flow;
    if (state.name === 'list') return errorText(this.#element, state.trouble);
    if (state.name !== 'unreachable') return '';
    return state.error.code === 'forbidden' ? this.#texts.notYours : errorText(this.#element, state.error);
  }

  #renderFilter(): TemplateResult {
    const texts = this.#texts;
    const { state, filter, members } = this.#flow;
    return html`<div
      part="filters"
      ?hidden=${state.name === 'unreachable' || !(members.length || filter.status)}
    >
      <label part="label" for="status">${texts.status}</label>
      <select
        part="input"
        id="status"
        .value=${filter.status ?? ''}
        @change=${({ currentTarget }: Event) => {
          const { value } = currentTarget as HTMLSelectElement;
          this.#flow.search(value ? { status: value as MemberStatus } : {});
        }}
      >
        <option value="">${texts.everybody}</option>
        ${STATUSES.map((status) => html`<option value=${status}>${texts.statuses[status]}</option>`)}
      </select>
    </div>`;
  }

  #renderRow(member: Member): TemplateResult {
    const { state, reset, isBusy } = this.#flow;
    const { isSelf } = member;
    const isMeant = 'member' in state && state.member.id === member.id;
    return html`<li part="member${isSelf ? ' member-current' : ''}" class="row" tabindex="-1">
      <div class="about">
        ${renderMember(this.#element, member, reset.has(member.id))}
        ${isSelf ? html`<p part="hint">${this.#texts.oneself}</p>` : nothing}
      </div>
      ${
        isMeant
          ? renderPanel(this.#element, {
              state,
              isBusy,
              reset: (reason) => {
                this.#flow.confirmReset(reason);
              },
              exempt: (reason, until) => {
                this.#flow.confirmExemption(reason, until);
              },
              close: () => {
                this.#flow.close();
              },
            })
          : this.#renderActions(member)
      }
    </li>`;
  }

  /** What can be done for a member; who has everything needs no exemption, and of who has nothing there is nothing to reset. */
  #renderActions(member: Member): unknown {
    if (member.isSelf) return nothing;
    const texts = this.#texts;
    const { isBusy } = this.#flow;
    const ask = (name: 'resetting' | 'exempting', text: string): TemplateResult =>
      button({
        look: 'button-quiet',
        text,
        name,
        of: member.name,
        isBusy,
        click: () => {
          this.#flow.ask(name, member);
        },
      });
    return html`<div part="actions">
      ${member.mfa === 'none' ? nothing : ask('resetting', texts.reset)}
      ${member.mfa === 'none' || member.deadline ? ask('exempting', texts.exempt) : nothing}
    </div>`;
  }

  /** Below the list: those further down, or another try. */
  #renderEnd(): unknown {
    const { state, hasMore, isReadingOn } = this.#flow;
    if (state.name === 'unreachable')
      return state.error.code === 'forbidden'
        ? nothing
        : this.#renderEndButton(this.#element.strings('shared', shared).tryAgain, () => {
            this.load();
          });
    if (!hasMore) return nothing;
    return this.#renderEndButton(isReadingOn ? this.#texts.working : this.#texts.showMore, () => {
      this.#flow.showMore();
    });
  }

  #renderEndButton(text: string, click: () => void): TemplateResult {
    return html`<div part="actions">${button({ text, click, isBusy: this.#flow.isReadingOn })}</div>`;
  }
}
