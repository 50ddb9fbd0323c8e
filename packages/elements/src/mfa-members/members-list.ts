import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Member, MemberStatus } from '../client/views-administration.js';
import { MfaMemberExemptedEvent } from '../events/mfa-member-exempted.js';
import { MfaMemberResetEvent } from '../events/mfa-member-reset.js';
import type { DeferredStates } from '../foundation/deferred-view.js';
import { errorText } from '../foundation/error-text.js';
import { button } from '../foundation/list-button.js';
import { loading } from '../foundation/loading.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { PagedView } from '../foundation/paged-view.js';
import { administrationStyles } from '../foundation/styles/administration.js';
import { membersList as english, type MembersListStrings } from '../languages/en/members-list.js';
import { formatDate } from '../languages/format.js';
import { refusedField, renderPanel } from './member-panels.js';
import { renderMember } from './member-row.js';
import { MfaMembersController, type MembersState, type Outcome } from './mfa-members.controller.js';
import { mfaMembersStyles } from './mfa-members.styles.js';

const STATUSES: readonly MemberStatus[] = ['none', 'grace', 'enforced', 'exempt', 'totp', 'passkey', 'both'];

/** What those who administer see of the members. Owns what is asked in a member's place, and the words. */
export class MembersList extends PagedView<MfaElement, MfaMembersController> {
  protected override readonly flow: MfaMembersController;

  constructor(element: MfaElement) {
    super(element, '[part~=member]', administrationStyles, mfaMembersStyles);
    this.flow = new MfaMembersController(element, {
      entered: (state, before) => {
        this.#entered(state, before);
      },
      succeeded: (outcome) => {
        this.#succeeded(outcome);
      },
    });
  }

  get #texts(): MembersListStrings {
    return this.element.strings('membersList', english);
  }

  override get states(): DeferredStates {
    const { state, slow, isBusy } = this.flow;
    return {
      loading: state.name === 'loading' && slow,
      empty: this.isEmpty,
      error: state.name === 'unreachable',
      prompting: 'member' in state,
      verifying: isBusy,
      invalid: 'member' in state && refusedField(state.trouble) !== undefined,
    };
  }

  #entered(state: MembersState, before: MembersState): void {
    this.element.announce('');
    if ('member' in state) {
      const refused = refusedField(state.trouble);
      if (refused) this.focusWanted = `[name=${refused}]`;
      else if (!('member' in before)) this.focusWanted = '#asked';
    } else if ('member' in before && state.name === 'list') {
      const row = this.rowOf(before.member);
      this.focusWanted = row ? `${row} .${before.name}` : '[part=title]';
    }
  }

  #succeeded(outcome: Outcome): void {
    const { entries: members, hasMore } = this.flow;
    const texts = this.#texts;
    switch (outcome.name) {
      case 'found':
        this.element.announce(members.length ? texts.found(members.length, !hasMore) : this.#emptyText);
        break;
      case 'more':
        this.tellMore(texts.moreShown(outcome.count, !hasMore), outcome.first);
        break;
      case 'reset':
        this.element.announce(texts.wasReset(outcome.member.name));
        // What they had is gone, and the button with it.
        this.focusWanted = this.rowOf(outcome.member);
        this.element.dispatchEvent(new MfaMemberResetEvent());
        break;
      case 'exempted': {
        const day = formatDate(this.element.language, outcome.until);
        this.element.announce(texts.wasExempted(outcome.member.name, day));
        this.element.dispatchEvent(new MfaMemberExemptedEvent());
      }
    }
  }

  render(): TemplateResult {
    const { state, entries: members, slow, isReadingOn } = this.flow;
    return html`${this.#renderFilter()} ${loading(this.element, slow && !isReadingOn)}
      <ul aria-busy=${state.name === 'loading' ? 'true' : 'false'} ?hidden=${!members.length}>
        ${repeat(
          members,
          ({ id }) => id,
          (member) => this.#renderRow(member),
        )}
      </ul>
      ${this.isEmpty ? html`<p part="empty">${this.#emptyText}</p>` : nothing}
      <div part="error" role="alert">${this.#trouble}</div>
      ${this.#renderEnd()}`;
  }

  get #emptyText(): string {
    const { nobodyYet, nothingFound, empty } = this.#texts;
    // The server looks through so many at a time.
    if (this.flow.hasMore) return nobodyYet;
    return this.flow.filter.status ? nothingFound : empty;
  }

  /** Why the members, or those further down, did not come. */
  get #trouble(): string {
    const { state } = this.flow;
    if (state.name === 'list') return errorText(this.element, state.trouble);
    return state.name === 'unreachable' ? this.reasonOf(state.error, this.#texts.notYours) : '';
  }

  #renderFilter(): TemplateResult {
    const texts = this.#texts;
    const { state, filter, entries: members } = this.flow;
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
          this.flow.search(value ? { status: value as MemberStatus } : {});
        }}
      >
        <option value="">${texts.everybody}</option>
        ${STATUSES.map((status) => html`<option value=${status}>${texts.statuses[status]}</option>`)}
      </select>
    </div>`;
  }

  #renderRow(member: Member): TemplateResult {
    const { state, reset, isBusy } = this.flow;
    const { isSelf } = member;
    const isMeant = 'member' in state && state.member.id === member.id;
    return html`<li part="member${isSelf ? ' member-current' : ''}" class="row" tabindex="-1">
      <div class="about">
        ${renderMember(this.element, member, reset.has(member.id))}
        ${isSelf ? html`<p part="hint">${this.#texts.oneself}</p>` : nothing}
      </div>
      ${
        isMeant
          ? renderPanel(this.element, {
              state,
              isBusy,
              reset: (reason) => {
                this.flow.confirmReset(reason);
              },
              exempt: (reason, until) => {
                this.flow.confirmExemption(reason, until);
              },
              close: () => {
                this.flow.close();
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
    const { isBusy } = this.flow;
    const ask = (name: 'resetting' | 'exempting', text: string): TemplateResult =>
      button({
        look: 'button-quiet',
        text,
        name,
        of: member.name,
        isBusy,
        click: () => {
          this.flow.ask(name, member);
        },
      });
    return html`<div part="actions">
      ${member.mfa === 'none' ? nothing : ask('resetting', texts.reset)}
      ${member.mfa === 'none' || member.deadline ? ask('exempting', texts.exempt) : nothing}
    </div>`;
  }

  /** Below the list: those further down, or another try. */
  #renderEnd(): unknown {
    const { state } = this.flow;
    const { showMore, working } = this.#texts;
    return state.name === 'unreachable' ? this.renderRetry(state.error) : this.renderMore(showMore, working);
  }
}
