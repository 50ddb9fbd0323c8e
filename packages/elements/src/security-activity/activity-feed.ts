import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { MfaError } from '../client/mfa-error.js';
import type { ActivityEvent, ActivityFilter, SessionView } from '../client/views.js';
import { MfaActivityReportedEvent } from '../events/mfa-activity-reported.js';
import type { DeferredView } from '../foundation/deferred-element.js';
import { errorText } from '../foundation/error-text.js';
import { RelativeTimes } from '../foundation/relative-times.js';
import { adoptStyles } from '../foundation/styles/adopt-styles.js';
import { nameFieldStyles } from '../foundation/styles/name-field.js';
import { activityFeed as english, type ActivityFeedStrings } from '../languages/en/activity-feed.js';
import { shared } from '../languages/en/shared.js';
import { workspaceActivity } from '../languages/en/workspace-activity.js';
import { refusedFields, renderFilters } from './activity-filters.js';
import { renderAdvice, renderQuestion } from './activity-report.js';
import { nameOf, renderAbout } from './activity-row.js';
import { filesOf, type Scope } from './activity-scope.js';
import {
  SecurityActivityController,
  type ActivityState,
  type Outcome,
} from './security-activity.controller.js';
import type { SecurityActivity } from './security-activity.js';
import { securityActivityStyles } from './security-activity.styles.js';

/**
 * What a person sees of the feed: the filters, the list, what is asked in the place of an event. Owns where the focus goes. It is apart
 * from the element because its words are many, and most pages that could show it do not.
 */
export class ActivityFeed implements DeferredView, ReactiveController {
  readonly #element: SecurityActivity;
  readonly #flow: SecurityActivityController;
  /** What gets the focus with the next rendering: a selector. */
  #focusWanted = '';

  constructor(element: SecurityActivity) {
    this.#element = element;
    this.#flow = new SecurityActivityController(element, {
      entered: (state, before) => {
        this.#entered(state, before);
      },
      succeeded: (outcome) => {
        this.#succeeded(outcome);
      },
    });
    new RelativeTimes(element);
    adoptStyles(element, nameFieldStyles, securityActivityStyles);
    element.addController(this);
  }

  get #texts(): ActivityFeedStrings {
    return this.#element.strings('activityFeed', english);
  }

  get states(): DeferredView['states'] {
    const { state, slow, isBusy } = this.#flow;
    return {
      loading: state.name === 'loading' && slow,
      empty: this.#isEmpty,
      error: state.name === 'unreachable',
      verifying: isBusy,
      invalid: this.#refusal !== undefined,
      complete: state.name === 'reported',
    };
  }

  get #isEmpty(): boolean {
    return this.#flow.state.name === 'feed' && !this.#flow.events.length;
  }

  get #scope(): Scope {
    return this.#element.workspace ? 'workspace' : 'own';
  }

  load(): void {
    this.#flow.load(this.#scope);
  }

  /** The page may say only later whose activity it wants. */
  hostUpdate(): void {
    if (this.#flow.scope !== this.#scope) this.load();
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

  /** Why a filter was refused. */
  get #refusal(): MfaError | undefined {
    const { state } = this.#flow;
    return state.name === 'feed' && state.trouble?.code === 'validation_failed' ? state.trouble : undefined;
  }

  #rowOf(event: ActivityEvent | undefined): string {
    const index = this.#flow.events.findIndex(({ id }) => id === event?.id);
    return index < 0 ? '' : `.events > li:nth-child(${String(index + 1)})`;
  }

  #entered(state: ActivityState, before: ActivityState): void {
    this.#element.announce('');
    const [refused] = refusedFields(this.#refusal);
    if (refused) this.#focusWanted = `[name=${refused}]`;
    if (state.name === 'asking' && before.name !== 'asking')
      this.#focusWanted = '.panel [part~=button-danger]';
    if (state.name !== 'feed') return;
    const row = 'event' in before ? this.#rowOf(before.event) : '';
    if (row) this.#focusWanted = before.name === 'asking' ? `${row} .report` : row;
    else if ('event' in before) this.#focusWanted = '[part=title]';
  }

  #succeeded(outcome: Outcome): void {
    const { events, hasOlder } = this.#flow;
    const texts = this.#texts;
    switch (outcome.name) {
      case 'found':
        this.#element.announce(events.length ? texts.found(events.length, !hasOlder) : texts.nothingFound);
        break;
      case 'older':
        this.#element.announce(texts.olderShown(outcome.count, !hasOlder));
        this.#focusWanted = this.#rowOf(outcome.first) || '[part=title]';
        break;
      case 'reported':
        this.#element.announce(texts.reported);
        this.#focusWanted = '#what-now';
        this.#element.dispatchEvent(new MfaActivityReportedEvent());
    }
  }

  #search(filter: ActivityFilter): void {
    this.#flow.search(filter);
  }

  #clear(): void {
    if (this.#flow.isBusy) return;
    this.#element.renderRoot.querySelector('form')?.reset();
    // The button is about to go.
    this.#focusWanted = '[part=title]';
    this.#search({});
  }

  render(): TemplateResult {
    const texts = this.#texts;
    const { state, events, isFiltered, slow, isReadingOn } = this.#flow;
    const trouble = this.#refusal ? undefined : this.#troubleOfReading;
    return html`<details part="filters" ?hidden=${!isFiltered && !events.length}>
        <summary>${isFiltered ? texts.filterOn : texts.filter}</summary>
        ${renderFilters(this.#element, {
          scope: this.#flow.scope,
          isFiltered,
          trouble: this.#refusal,
          apply: (filter) => {
            this.#search(filter);
          },
          clear: () => {
            this.#clear();
          },
        })}
      </details>
      ${slow && !isReadingOn ? html`<p part="loading" role="status">${this.#words.loading}</p>` : nothing}
      <ol class="events" aria-busy=${state.name === 'loading' ? 'true' : 'false'}>
        ${repeat(
          events,
          ({ id }) => id,
          (event) => this.#renderEvent(event),
        )}
      </ol>
      ${this.#isEmpty ? this.#renderEmpty() : nothing}
      <div part="error" role="alert">${this.#errorText(trouble)}</div>
      ${this.#renderEnd()}`;
  }

  get #words(): typeof shared {
    return this.#element.strings('shared', shared);
  }

  /** Why the events, or the older ones, did not come. */
  get #troubleOfReading(): MfaError | undefined {
    const { state } = this.#flow;
    if (state.name === 'unreachable') return state.error;
    return state.name === 'feed' ? state.trouble : undefined;
  }

  #errorText(trouble: MfaError | undefined): string {
    if (this.#isForbidden) return this.#element.strings('workspaceActivity', workspaceActivity).notYours;
    return errorText(this.#element, trouble);
  }

  /** Of a workspace others are told so; one's own activity is forbidden to nobody. */
  get #isForbidden(): boolean {
    const { state, scope } = this.#flow;
    return scope === 'workspace' && state.name === 'unreachable' && state.error.code === 'forbidden';
  }

  #renderEmpty(): TemplateResult {
    const texts = this.#texts;
    if (!this.#flow.isFiltered) return html`<p part="empty">${texts.empty}</p>`;
    return html`<div>
      <p part="empty">${texts.nothingFound}</p>
      ${this.#renderButton('button-quiet', texts.clear, () => {
        this.#clear();
      })}
    </div>`;
  }

  #renderEvent(event: ActivityEvent): TemplateResult {
    const { state } = this.#flow;
    const { current, suspicious } = event;
    const isMeant = 'event' in state && state.event.id === event.id;
    return html`<li
      part="event${current ? ' event-current' : ''}${suspicious ? ' event-suspicious' : ''}"
      tabindex="-1"
    >
      <div class="about" id="about-${event.id}">${renderAbout(this.#element, event)}</div>
      ${isMeant ? this.#renderPanel() : this.#renderReport(event)}
    </li>`;
  }

  #renderReport(event: ActivityEvent): unknown {
    if ('subject' in event || event.suspicious?.includes('reported')) return nothing;
    const { notMe } = this.#texts;
    return html`<button
      type="button"
      part="button button-quiet"
      class="report"
      aria-label="${notMe}: ${nameOf(this.#element, event)}"
      aria-disabled=${this.#flow.isBusy ? 'true' : 'false'}
      @click=${() => {
        this.#flow.ask(event);
      }}
    >
      ${notMe}
    </button>`;
  }

  #renderPanel(): unknown {
    const { state, isBusy } = this.#flow;
    const close = (): void => {
      this.#flow.close();
    };
    if (state.name === 'reported') return renderAdvice(this.#element, state.next, close);
    if (state.name !== 'asking') return nothing;
    const report = (): void => {
      this.#flow.report();
    };
    return renderQuestion(this.#element, {
      event: state.event,
      trouble: state.trouble,
      isBusy,
      report,
      close,
    });
  }

  /** Below the list: what is older, and files. */
  #renderEnd(): unknown {
    const texts = this.#texts;
    const { state, events, hasOlder, isReadingOn, filter } = this.#flow;
    if (this.#isForbidden) return nothing;
    if (state.name === 'unreachable')
      return html`<div part="actions">
        ${this.#renderButton('', this.#words.tryAgain, () => {
          this.load();
        })}
      </div>`;
    if (!events.length) return nothing;
    return html`${
        hasOlder
          ? html`<div part="actions">
              ${this.#renderButton('', isReadingOn ? texts.working : texts.showOlder, () => {
                this.#flow.showOlder();
              })}
            </div>`
          : nothing
      }
      <p class="files">
        ${texts.download}
        ${filesOf(this.#element.mfa, this.#flow.scope, filter).map(
          ({ format, address }) =>
            html`<a part="button button-quiet" href=${address} download aria-label=${texts.downloadAs(format)}
              >${format}</a
            >`,
        )}
      </p>`;
  }

  #renderButton(look: string, text: string, click: () => void): TemplateResult {
    return html`<button
      type="button"
      part="button ${look}"
      aria-disabled=${this.#flow.isReadingOn ? 'true' : 'false'}
      @click=${click}
    >
      ${text}
    </button>`;
  }
}
