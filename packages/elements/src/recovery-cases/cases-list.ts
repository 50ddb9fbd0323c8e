import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { RecoveryCase } from '../client/views-administration.js';
import type { SessionView } from '../client/views.js';
import { MfaRecoveryCaseDecidedEvent } from '../events/mfa-recovery-case-decided.js';
import { MfaRecoveryCaseStartedEvent } from '../events/mfa-recovery-case-started.js';
import type { DeferredView } from '../foundation/deferred-element.js';
import { errorText } from '../foundation/error-text.js';
import { button } from '../foundation/list-button.js';
import { RelativeTimes } from '../foundation/relative-times.js';
import { administrationStyles } from '../foundation/styles/administration.js';
import { adoptStyles } from '../foundation/styles/adopt-styles.js';
import { nameFieldStyles } from '../foundation/styles/name-field.js';
import { casesList as english, type CasesListStrings } from '../languages/en/cases-list.js';
import { shared } from '../languages/en/shared.js';
import { personOf, renderCase } from './case-row.js';
import { renderDecision } from './decision-panel.js';
import { RecoveryCasesController, type CasesState, type Outcome } from './recovery-cases.controller.js';
import type { RecoveryCases } from './recovery-cases.js';
import { recoveryCasesStyles } from './recovery-cases.styles.js';
import { refusedField, renderStartForm } from './start-form.js';

/** What support sees of the cases. Owns what is asked, the words, and where the focus goes. */
export class CasesList implements DeferredView, ReactiveController {
  readonly #element: RecoveryCases;
  readonly #flow: RecoveryCasesController;
  /** What gets the focus with the next rendering: a selector. */
  #focusWanted = '';

  constructor(element: RecoveryCases) {
    this.#element = element;
    this.#flow = new RecoveryCasesController(element, {
      entered: (state, before) => {
        this.#entered(state, before);
      },
      succeeded: (outcome) => {
        this.#succeeded(outcome);
      },
    });
    new RelativeTimes(element);
    adoptStyles(element, nameFieldStyles, administrationStyles, recoveryCasesStyles);
    element.addController(this);
  }

  get #texts(): CasesListStrings {
    return this.#element.strings('casesList', english);
  }

  get states(): DeferredView['states'] {
    const { state, slow, isBusy } = this.#flow;
    return {
      loading: state.name === 'loading' && slow,
      empty: this.#isEmpty,
      error: state.name === 'unreachable',
      prompting: state.name === 'starting' || 'one' in state,
      verifying: isBusy,
      invalid: state.name === 'starting' && refusedField(state.trouble) !== undefined,
    };
  }

  get #isEmpty(): boolean {
    return this.#flow.state.name === 'list' && !this.#flow.cases.length;
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

  #rowOf(id: string): string {
    const index = this.#flow.cases.findIndex((one) => one.id === id);
    return index < 0 ? '[part=title]' : `[part~=case]:nth-child(${String(index + 1)})`;
  }

  #entered(state: CasesState, before: CasesState): void {
    this.#element.announce('');
    if (state.name === 'starting') {
      const refused = refusedField(state.trouble);
      if (refused) this.#focusWanted = `[name="${refused}"]`;
      else if (before.name !== 'starting') this.#focusWanted = '#asked';
    } else if ('one' in state) {
      if (!('one' in before)) this.#focusWanted = '#asked';
    } else if (state.name === 'list') {
      if (before.name === 'starting') this.#focusWanted = '.start';
      else if ('one' in before) {
        const row = this.#rowOf(before.one.id);
        // What can no longer be decided has no button to go back to.
        this.#focusWanted = state.trouble ? row : `${row} .${before.name}`;
      }
    }
  }

  #succeeded(outcome: Outcome): void {
    const texts = this.#texts;
    if (outcome.name === 'started') {
      const made = this.#flow.cases.find(({ id }) => id === outcome.id);
      this.#element.announce(texts.started(made ? personOf(made) : outcome.account));
      this.#focusWanted = this.#rowOf(outcome.id);
      this.#element.dispatchEvent(new MfaRecoveryCaseStartedEvent());
    } else {
      this.#element.announce(texts[outcome.name](personOf(outcome.one)));
      this.#focusWanted = this.#rowOf(outcome.one.id);
      this.#element.dispatchEvent(new MfaRecoveryCaseDecidedEvent());
    }
    this.#element.requestUpdate();
  }

  render(): TemplateResult {
    const { state, cases, slow } = this.#flow;
    const words = this.#element.strings('shared', shared);
    return html`${slow && state.name === 'loading' ? html`<p part="loading" role="status">${words.loading}</p>` : nothing}
      ${this.#renderStart()}
      <ol aria-busy=${state.name === 'loading' ? 'true' : 'false'} ?hidden=${!cases.length}>
        ${repeat(
          cases,
          ({ id }) => id,
          (one) => this.#renderRow(one),
        )}
      </ol>
      ${this.#isEmpty ? html`<p part="empty">${this.#texts.empty}</p>` : nothing}
      <div part="error" role="alert">${this.#trouble}</div>
      ${
        state.name === 'unreachable' && state.error.code !== 'forbidden'
          ? this.#renderButton(words.tryAgain, () => {
              this.load();
            })
          : nothing
      }`;
  }

  /** Why the cases did not come, or what became of a decision. */
  get #trouble(): string {
    const { state } = this.#flow;
    const texts = this.#texts;
    if (state.name === 'list') {
      const isOver = state.trouble?.code === 'conflict' || state.trouble?.code === 'not_found';
      return isOver ? texts.decidedAlready : errorText(this.#element, state.trouble);
    }
    if (state.name !== 'unreachable') return '';
    return state.error.code === 'forbidden' ? texts.notYours : errorText(this.#element, state.error);
  }

  /** The way to a new case, or the form for it. */
  #renderStart(): unknown {
    const { state, isBusy } = this.#flow;
    if (state.name === 'loading' || state.name === 'unreachable') return nothing;
    if (state.name !== 'starting')
      return this.#renderButton(
        this.#texts.start,
        () => {
          this.#flow.askForNew();
        },
        'start',
      );
    return renderStartForm(this.#element, {
      userId: this.#element.accountId,
      trouble: state.trouble,
      isBusy,
      start: (written) => {
        this.#flow.start(written);
      },
      close: () => {
        this.#flow.close();
      },
    });
  }

  #renderButton(text: string, click: () => void, name = ''): TemplateResult {
    return html`<div part="actions">${button({ text, click, name, isBusy: this.#flow.isBusy })}</div>`;
  }

  #renderRow(one: RecoveryCase): TemplateResult {
    const { state, isBusy } = this.#flow;
    const isMeant = 'one' in state && state.one.id === one.id;
    const isPending = one.status === 'pending';
    return html`<li part="case${isPending ? ' case-pending' : ''}" class="row" tabindex="-1">
      <div class="about">${renderCase(this.#element, one)}</div>
      ${
        isMeant
          ? renderDecision(this.#element, {
              state,
              isBusy,
              approve: () => {
                this.#flow.approve();
              },
              reject: (reason) => {
                this.#flow.reject(reason);
              },
              close: () => {
                this.#flow.close();
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
    if (this.#flow.isOneself(one.userId)) return html`<p part="hint">${texts.aboutYou}</p>`;
    if (this.#flow.isOneself(one.startedBy.id)) return html`<p part="hint">${texts.ownCase}</p>`;
    const ask = (name: 'approving' | 'rejecting', text: string): TemplateResult =>
      button({
        look: 'button-quiet',
        text,
        name,
        of: personOf(one),
        isBusy: this.#flow.isBusy,
        click: () => {
          this.#flow.ask(name, one);
        },
      });
    return html`<div part="actions">
      ${ask('approving', texts.approve)} ${ask('rejecting', texts.reject)}
    </div>`;
  }
}
