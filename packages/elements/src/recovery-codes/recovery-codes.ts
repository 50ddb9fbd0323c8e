import { html, nothing, type TemplateResult } from 'lit';
import type { RecoveryCodesStatus, SessionView } from '../client/views.js';
import { MfaRecoveryCodesConfirmedEvent } from '../events/mfa-recovery-codes-confirmed.js';
import { ChangingCard } from '../foundation/changing-card.js';
import { card } from '../foundation/card.js';
import { errorText, type Troubled } from '../foundation/error-text.js';
import { loading } from '../foundation/loading.js';
import { recoveryCodes as english, type RecoveryCodesStrings } from '../languages/en/recovery-codes.js';
import { shared } from '../languages/en/shared.js';
import { formatDate } from '../languages/format.js';
import { CodesOnShow } from './codes-on-show.js';
import type { CodesView } from './codes-view.js';
import { codesView } from './on-demand.js';
import { RecoveryCodesController, type RecoveryCodesState } from './recovery-codes.controller.js';
import { recoveryCodesStyles } from './recovery-codes.styles.js';

/** With so few left, it is time for new ones. */
const FEW = 3;

/**
 * @summary How many recovery codes are left, new ones, and the one view in which codes are shown.
 * @status stable
 * @since 0.1
 *
 * @slot title - Instead of the heading.
 * @slot description - Instead of the sentence that says what the codes are for.
 * @slot footer - Below everything.
 *
 * @fires {MfaRecoveryCodesConfirmedEvent} mfa-recovery-codes-confirmed - The person said that the codes are saved.
 *
 * @csspart base - The card.
 * @csspart header - Title and description.
 * @csspart title - The heading.
 * @csspart description - What the codes are for.
 * @csspart codes - The list of codes, while they are shown; otherwise the row of marks, one for each.
 * @csspart code - One code, or the mark of one that is left.
 * @csspart code-used - The mark of a code that was used.
 * @csspart hint - When the codes were made, and what to do about them.
 * @csspart hint-warning - A hint that asks for something to be done.
 * @csspart label - The line of the checkbox.
 * @csspart error - What went wrong.
 * @csspart loading - Shown when the server takes long.
 * @csspart actions - A row of buttons.
 * @csspart button - Every button.
 * @csspart button-primary - The button that leads on.
 * @csspart button-quiet - The button that leads back.
 * @csspart button-danger - The button that makes the old codes stop working.
 * @csspart copy-button - The button that copies all codes.
 * @csspart footer - What the page slots.
 *
 * @cssprop [--mfa-recovery-codes-columns=2] - In how many columns codes are shown at most; there are fewer where there is less room.
 *
 * @cssstate loading - The server takes long.
 * @cssstate empty - There are no codes.
 * @cssstate error - The server can't be reached.
 * @cssstate prompting - Codes are shown, and the person has to save them.
 * @cssstate verifying - A change is under way.
 * @cssstate complete - The codes are saved.
 */
export class RecoveryCodes extends ChangingCard {
  static override styles = [...ChangingCard.styles, recoveryCodesStyles];

  readonly #flow: RecoveryCodesController = new RecoveryCodesController(
    this,
    new CodesOnShow(this),
    (state, before) => this.#entered(state, before),
    () => void this.#tell(),
  );
  #viewShown: CodesView | undefined;

  /**
   * Shows codes that an enrolment has just made, as after making new ones here: until the person has saved them, and never again.
   *
   * @param codes as the server gave them.
   */
  show(codes: readonly string[]): void {
    this.#flow.show(codes);
  }

  get #texts(): RecoveryCodesStrings {
    return this.strings('recoveryCodes', english);
  }

  protected override clientChanged(): void {
    this.#flow.load();
  }

  protected override sessionChanged(session: SessionView): void {
    this.#flow.follow(session);
  }

  protected override willUpdate(): void {
    super.willUpdate();
    const { state, status, slow } = this.#flow;
    this.showStates({
      loading: state.name === 'loading' && slow,
      empty: state.name === 'status' && status?.total === 0,
      error: state.name === 'unreachable',
      prompting: this.#shows,
      verifying: state.name === 'regenerating' || state.name === 'confirming',
      complete: state.name === 'status' && status?.confirmed === true,
    });
  }

  get #shows(): boolean {
    const { name } = this.#flow.state;
    return name === 'showing' || name === 'confirming';
  }

  /** Undefined until the flow has fetched it. */
  get #view(): CodesView | undefined {
    return (this.#viewShown ??= codesView.module && new codesView.module.CodesView(this, this.#flow));
  }

  #entered(state: RecoveryCodesState, before: RecoveryCodesState): void {
    const isConfirmed = state.name === 'status' && before.name === 'confirming' && !state.trouble;
    this.announce(isConfirmed ? this.#texts.confirmed : '');
    // What had the focus is gone; the person goes on here.
    if (state.name === 'asking' && before.name === 'status') this.focusWanted = '[part~=button-danger]';
    if (state.name === 'status' && before.name === 'asking') this.focusWanted = '.regenerate';
    if (state.name === 'status' && before.name === 'confirming') this.focusWanted = '[part=title]';
    if (state.name !== 'showing' || before.name === 'confirming') return;
    this.focusWanted = '[part=title]';
    this.#view?.begin();
  }

  get #error(): string {
    const { error, trouble = error }: Troubled = this.#flow.state;
    if (trouble) return errorText(this, trouble);
    return this.#shows ? (this.#view?.error ?? '') : '';
  }

  /** Not before the codes have left the page: that is what the event says. */
  async #tell(): Promise<void> {
    await this.updateComplete;
    this.dispatchEvent(new MfaRecoveryCodesConfirmedEvent());
  }

  protected override render(): TemplateResult {
    const texts = this.#texts;
    const actions = this.#renderActions();
    const view = this.#shows ? this.#view : undefined;
    return html`${card({
      heading: view?.heading ?? (this.heading || texts.heading),
      description: view?.description ?? (this.description || texts.description),
      content: html`${view ? view.render() : this.#renderStatus()}
        <div part="error" role="alert">${this.#error}</div>
        <div
          part="actions"
          ?hidden=${actions === nothing}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key !== 'Escape' || this.#flow.state.name !== 'asking') return;
            // A dialog around the element stays open.
            event.preventDefault();
            this.#flow.ask(false);
          }}
        >
          ${actions}
        </div>`,
    })}${this.renderAnnouncer()}`;
  }

  #renderStatus(): unknown {
    const texts = this.#texts;
    const { state, status, slow } = this.#flow;
    if (!status || state.name === 'unreachable' || state.name === 'loading') return loading(this, slow);
    const { remaining, total, createdAt, confirmed } = status;
    if (!total) return html`<p>${texts.none}</p>`;
    const made = createdAt ? texts.made(formatDate(this.language, createdAt)) : '';
    const warning = this.#warning(status);
    return html`<div class="left">
        <p>${texts.left(remaining, total)}</p>
        <div part="codes" class="marks" aria-hidden="true">
          ${Array.from({ length: total }, (_, index) => html`<span part=${index < remaining ? 'code' : 'code-used'}></span>`)}
        </div>
        <p part="hint">${made} ${confirmed ? texts.saved : nothing}</p>
      </div>
      ${warning ? html`<p part="hint hint-warning">${warning}</p>` : nothing}
      ${this.#asks ? html`<p id="question">${texts.ask}</p>` : nothing}`;
  }

  #warning({ remaining, confirmed }: RecoveryCodesStatus): string {
    if (!remaining) return this.#texts.used;
    if (!confirmed) return this.#texts.notSaved;
    return remaining <= FEW ? this.#texts.few : '';
  }

  /** Whether the person is asked if the old codes may stop working. */
  get #asks(): boolean {
    const { name } = this.#flow.state;
    return name === 'asking' || name === 'regenerating';
  }

  #renderActions(): unknown {
    const texts = this.#texts;
    const words = this.strings('shared', shared);
    const { state, status } = this.#flow;
    const busy = state.name === 'regenerating' ? 'true' : 'false';
    if (this.#shows) return this.#view?.renderActions();
    if (state.name === 'unreachable')
      return html`<button type="button" part="button" @click=${() => this.#flow.load()}>
        ${words.tryAgain}
      </button>`;
    if (this.#asks)
      return html`<button
          type="button"
          part="button button-danger"
          aria-describedby="question"
          aria-disabled=${busy}
          @click=${() => this.#flow.regenerate()}
        >
          ${state.name === 'regenerating' ? texts.working : texts.confirmRegenerate}
        </button>
        <button
          type="button"
          part="button button-quiet"
          aria-disabled=${busy}
          @click=${() => this.#flow.ask(false)}
        >
          ${words.cancel}
        </button>`;
    return state.name === 'status' && status?.total
      ? html`<button type="button" part="button" class="regenerate" @click=${() => this.#flow.ask(true)}>
          ${texts.regenerate}
        </button>`
      : nothing;
  }
}
