import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { MfaError } from '../client/mfa-error.js';
import type { ActivityEvent, ActivityFilter } from '../client/views.js';
import { MfaActivityReportedEvent } from '../events/mfa-activity-reported.js';
import type { DeferredStates } from '../foundation/deferred-view.js';
import { button } from '../foundation/list-button.js';
import { loading } from '../foundation/loading.js';
import { PagedView } from '../foundation/paged-view.js';
import { activityFeed as english, type ActivityFeedStrings } from '../languages/en/activity-feed.js';
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

/** What the service itself does by its policy: to say that it was somebody else makes no sense. */
const OF_THE_SERVICE = ['auth.enforcement.grace_started', 'auth.enforcement.reminded'];

/**
 * What a person sees of the feed: the filters, the list, what is asked in the place of an event. It is apart from the
 * element because its words are many, and most pages that could show it do not.
 */
export class ActivityFeed extends PagedView<SecurityActivity, SecurityActivityController> {
  protected override readonly flow: SecurityActivityController;

  constructor(element: SecurityActivity) {
    super(element, '.events > li', securityActivityStyles);
    this.flow = new SecurityActivityController(element, {
      entered: (state, before) => {
        this.#entered(state, before);
      },
      succeeded: (outcome) => {
        this.#succeeded(outcome);
      },
    });
  }

  get #texts(): ActivityFeedStrings {
    return this.element.strings('activityFeed', english);
  }

  override get states(): DeferredStates {
    const { state, slow, isBusy } = this.flow;
    return {
      loading: state.name === 'loading' && slow,
      empty: this.isEmpty,
      error: state.name === 'unreachable',
      verifying: isBusy,
      invalid: this.#refusal !== undefined,
      complete: state.name === 'reported',
    };
  }

  get #scope(): Scope {
    return this.element.workspace ? 'workspace' : 'own';
  }

  override load(): void {
    this.flow.load(this.#scope);
  }

  /** The page may say only later whose activity it wants. */
  hostUpdate(): void {
    if (this.flow.scope !== this.#scope) this.load();
  }

  /** Why a filter was refused. */
  get #refusal(): MfaError | undefined {
    const { state } = this.flow;
    return state.name === 'list' && state.trouble?.code === 'validation_failed' ? state.trouble : undefined;
  }

  #entered(state: ActivityState, before: ActivityState): void {
    this.element.announce('');
    const [refused] = refusedFields(this.#refusal);
    if (refused) this.focusWanted = `[name=${refused}]`;
    if (state.name === 'asking' && before.name !== 'asking')
      this.focusWanted = '.panel [part~=button-danger]';
    if (state.name !== 'list') return;
    const row = 'event' in before ? this.rowOf(before.event) : '';
    if (row) this.focusWanted = before.name === 'asking' ? `${row} .report` : row;
    else if ('event' in before) this.focusWanted = '[part=title]';
  }

  #succeeded(outcome: Outcome): void {
    const { entries: events, hasMore } = this.flow;
    const texts = this.#texts;
    switch (outcome.name) {
      case 'found':
        this.element.announce(events.length ? texts.found(events.length, !hasMore) : texts.nothingFound);
        break;
      case 'more':
        this.tellMore(texts.olderShown(outcome.count, !hasMore), outcome.first);
        break;
      case 'reported':
        // What has the focus says it.
        this.element.announce('');
        this.focusWanted = '#what-now';
        this.element.dispatchEvent(new MfaActivityReportedEvent());
    }
  }

  #search(filter: ActivityFilter): void {
    this.flow.search(filter);
  }

  #clear(): void {
    if (this.flow.isBusy) return;
    this.element.renderRoot.querySelector('form')?.reset();
    // The button is about to go.
    this.focusWanted = '[part=title]';
    this.#search({});
  }

  render(): TemplateResult {
    const texts = this.#texts;
    const { state, entries: events, isFiltered, slow, isReadingOn } = this.flow;
    const trouble = this.#refusal ? undefined : this.#troubleOfReading;
    return html`<details part="filters" ?hidden=${!isFiltered && !events.length}>
        <summary>${isFiltered ? texts.filterOn : texts.filter}</summary>
        ${renderFilters(this.element, {
          scope: this.flow.scope,
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
      ${loading(this.element, slow && !isReadingOn)}
      <ol class="events" aria-busy=${state.name === 'loading' ? 'true' : 'false'}>
        ${repeat(
          events,
          ({ id }) => id,
          (event) => this.#renderEvent(event),
        )}
      </ol>
      ${this.isEmpty ? this.#renderEmpty() : nothing}
      <div part="error" role="alert">${this.#errorText(trouble)}</div>
      ${this.#renderEnd()}`;
  }

  /** Why the events, or the older ones, did not come. */
  get #troubleOfReading(): MfaError | undefined {
    const { state } = this.flow;
    if (state.name === 'unreachable') return state.error;
    return state.name === 'list' ? state.trouble : undefined;
  }

  /** Of a workspace others are told so; one's own activity is forbidden to nobody. */
  #errorText(trouble: MfaError | undefined): string {
    const { notYours } = this.element.strings('workspaceActivity', workspaceActivity);
    return trouble ? this.reasonOf(trouble, notYours) : '';
  }

  #renderEmpty(): TemplateResult {
    const texts = this.#texts;
    if (!this.flow.isFiltered) return html`<p part="empty">${texts.empty}</p>`;
    return html`<div>
      <p part="empty">${texts.nothingFound}</p>
      ${button({
        look: 'button-quiet',
        text: texts.clear,
        isBusy: this.flow.isReadingOn,
        click: () => {
          this.#clear();
        },
      })}
    </div>`;
  }

  #renderEvent(event: ActivityEvent): TemplateResult {
    const { state } = this.flow;
    const { current, suspicious } = event;
    const isMeant = 'event' in state && state.event.id === event.id;
    return html`<li
      part="event${current ? ' event-current' : ''}${suspicious ? ' event-suspicious' : ''}"
      tabindex="-1"
    >
      <div class="about" id="about-${event.id}">${renderAbout(this.element, event)}</div>
      ${isMeant ? this.#renderPanel() : this.#renderReport(event)}
    </li>`;
  }

  #renderReport(event: ActivityEvent): unknown {
    if ('subject' in event || event.suspicious?.includes('reported')) return nothing;
    if (OF_THE_SERVICE.includes(event.event)) return nothing;
    return button({
      look: 'button-quiet',
      text: this.#texts.notMe,
      name: 'report',
      of: nameOf(this.element, event),
      isBusy: this.flow.isBusy,
      click: () => {
        this.flow.ask(event);
      },
    });
  }

  #renderPanel(): unknown {
    const { state, isBusy } = this.flow;
    const close = (): void => {
      this.flow.close();
    };
    if (state.name === 'reported') return renderAdvice(this.element, state.next, close);
    if (state.name !== 'asking') return nothing;
    const report = (): void => {
      this.flow.report();
    };
    return renderQuestion(this.element, {
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
    const { state, entries, shownFilter } = this.flow;
    if (state.name === 'unreachable') return this.renderRetry(state.error);
    if (!entries.length) return nothing;
    return html`${this.renderMore(texts.showOlder, texts.working)}
      <p class="files">
        ${texts.download}
        ${filesOf(this.element.mfa, this.flow.scope, shownFilter).map(
          ({ format, address }) =>
            html`<a part="button button-quiet" href=${address} download aria-label=${texts.downloadAs(format)}
              >${format}</a
            >`,
        )}
      </p>`;
  }
}
