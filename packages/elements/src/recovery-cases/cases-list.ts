import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { RecoveryCase } from '../client/views-administration.js';
import { MfaRecoveryCaseDecidedEvent } from '../events/mfa-recovery-case-decided.js';
import { MfaRecoveryCaseStartedEvent } from '../events/mfa-recovery-case-started.js';
import type { DeferredStates } from '../foundation/deferred-view.js';
import { errorText } from '../foundation/error-text.js';
import { button } from '../foundation/list-button.js';
import { loading } from '../foundation/loading.js';
import { PagedView } from '../foundation/paged-view.js';
import { administrationStyles } from '../foundation/styles/administration.js';
import { casesList as english, type CasesListStrings } from '../languages/en/cases-list.js';
import { personOf, renderCase } from './case-row.js';
import { renderDecision } from './decision-panel.js';
import { RecoveryCasesController, type CasesState, type Outcome } from './recovery-cases.controller.js';
import type { RecoveryCases } from './recovery-cases.js';
import { recoveryCasesStyles } from './recovery-cases.styles.js';
import { refusedField, renderStartForm } from './start-form.js';

/** What support sees of the cases. Owns what is asked, and the words. */
export class CasesList extends PagedView<RecoveryCases, RecoveryCasesController> {
  protected override readonly flow: RecoveryCasesController;

  constructor(element: RecoveryCases) {
    super(element, '[part~=case]', administrationStyles, recoveryCasesStyles);
    this.flow = new RecoveryCasesController(element, {
      entered: (state, before) => {
        this.#entered(state, before);
      },
      succeeded: (outcome) => {
        this.#succeeded(outcome);
      },
    });
  }

  get #texts(): CasesListStrings {
    return this.element.strings('casesList', english);
  }

  override get states(): DeferredStates {
    const { state, slow, isBusy } = this.flow;
    return {
      loading: state.name === 'loading' && slow,
      empty: this.isEmpty,
      error: state.name === 'unreachable',
      prompting: state.name === 'starting' || 'one' in state,
      verifying: isBusy,
      invalid: state.name === 'starting' && refusedField(state.trouble) !== undefined,
    };
  }

  #entered(state: CasesState, before: CasesState): void {
    this.element.announce('');
    if (state.name === 'starting') {
      const refused = refusedField(state.trouble);
      if (refused) this.focusWanted = `[name="${refused}"]`;
      else if (before.name !== 'starting') this.focusWanted = '#asked';
    } else if ('one' in state) {
      if (!('one' in before)) this.focusWanted = '#asked';
    } else if (state.name === 'list') {
      if (before.name === 'starting') this.focusWanted = '.start';
      else if ('one' in before) {
        const row = this.#rowOrTitle(before.one);
        // What can no longer be decided has no button to go back to.
        this.focusWanted = state.trouble ? row : `${row} .${before.name}`;
      }
    }
  }

  #rowOrTitle(one: { id: string }): string {
    return this.rowOf(one) || '[part=title]';
  }

  #succeeded(outcome: Outcome): void {
    const texts = this.#texts;
    switch (outcome.name) {
      case 'found':
        break;
      case 'more':
        this.tellMore(texts.moreShown(outcome.count, !this.flow.hasMore), outcome.first);
        break;
      case 'started':
        this.element.announce(texts.started(outcome.account));
        this.element.dispatchEvent(new MfaRecoveryCaseStartedEvent());
        break;
      case 'listed':
        // Whoever went on to something else meanwhile is not called back.
        if (this.flow.state.name === 'list') this.focusWanted = this.#rowOrTitle(outcome);
        break;
      default:
        this.element.announce(texts[outcome.name](personOf(outcome.one)));
        this.focusWanted = this.#rowOrTitle(outcome.one);
        this.element.dispatchEvent(new MfaRecoveryCaseDecidedEvent());
    }
  }

  render(): TemplateResult {
    const { state, entries: cases, slow, isReadingOn } = this.flow;
    return html`${loading(this.element, slow && !isReadingOn)} ${this.#renderStart()}
      <ol aria-busy=${state.name === 'loading' ? 'true' : 'false'} ?hidden=${!cases.length}>
        ${repeat(
          cases,
          ({ id }) => id,
          (one) => this.#renderRow(one),
        )}
      </ol>
      ${this.isEmpty ? html`<p part="empty">${this.#texts.empty}</p>` : nothing}
      <div part="error" role="alert">${this.#trouble}</div>
      ${
        state.name === 'unreachable'
          ? this.renderRetry(state.error)
          : this.renderMore(this.#texts.showMore, this.#texts.working)
      }`;
  }

  /** Why the cases did not come, or what became of a decision. */
  get #trouble(): string {
    const { state } = this.flow;
    const texts = this.#texts;
    if (state.name === 'list') {
      const isOver = state.trouble?.code === 'conflict' || state.trouble?.code === 'not_found';
      return isOver ? texts.decidedAlready : errorText(this.element, state.trouble);
    }
    return state.name === 'unreachable' ? this.reasonOf(state.error, texts.notYours) : '';
  }

  /** The way to a new case, or the form for it. */
  #renderStart(): unknown {
    const { state, isBusy } = this.flow;
    if (state.name === 'loading' || state.name === 'unreachable') return nothing;
    if (state.name !== 'starting')
      return this.renderEndButton({
        text: this.#texts.start,
        name: 'start',
        isBusy,
        click: () => {
          this.flow.askForNew();
        },
      });
    return renderStartForm(this.element, {
      userId: this.element.accountId,
      trouble: state.trouble,
      isBusy,
      start: (written) => {
        this.flow.start(written);
      },
      close: () => {
        this.flow.close();
      },
    });
  }

  #renderRow(one: RecoveryCase): TemplateResult {
    const { state, isBusy } = this.flow;
    const isMeant = 'one' in state && state.one.id === one.id;
    const isPending = one.status === 'pending';
    return html`<li part="case${isPending ? ' case-pending' : ''}" class="row" tabindex="-1">
      <div class="about">${renderCase(this.element, one)}</div>
      ${
        isMeant
          ? renderDecision(this.element, {
              state,
              isBusy,
              approve: () => {
                this.flow.approve();
              },
              reject: (reason) => {
                this.flow.reject(reason);
              },
              close: () => {
                this.flow.close();
              },
            })
          : isPending
            ? this.#renderActions(one)
            : nothing
      }
    </li>`;
  }

  /** Two people are needed, and nobody decides about themselves: where the buttons are missing, it says why. */
  #renderActions(one: RecoveryCase): TemplateResult {
    const texts = this.#texts;
    if (this.flow.isOneself(one.userId)) return html`<p part="hint">${texts.aboutYou}</p>`;
    if (this.flow.isOneself(one.startedBy.id)) return html`<p part="hint">${texts.ownCase}</p>`;
    const ask = (name: 'approving' | 'rejecting', text: string): TemplateResult =>
      button({
        look: 'button-quiet',
        text,
        name,
        of: personOf(one),
        isBusy: this.flow.isBusy,
        click: () => {
          this.flow.ask(name, one);
        },
      });
    return html`<div part="actions">
      ${ask('approving', texts.approve)} ${ask('rejecting', texts.reject)}
    </div>`;
  }
}
