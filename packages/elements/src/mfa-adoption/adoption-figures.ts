import { html, type TemplateResult } from 'lit';
import type { MfaError } from '../client/mfa-error.js';
import type { Adoption, EnrolledShare } from '../client/views-administration.js';
import { DeferredView, type DeferredStates } from '../foundation/deferred-view.js';
import { errorText } from '../foundation/error-text.js';
import { loading } from '../foundation/loading.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { administrationStyles } from '../foundation/styles/administration.js';
import { writtenIn } from '../foundation/written-field.js';
import { adoptionFigures as english, type AdoptionFiguresStrings } from '../languages/en/adoption-figures.js';
import { renderMethods, renderNumbers, renderTiers } from './adoption-tables.js';
import { formatCount, formatDay, formatShare } from './amounts.js';
import { renderCourse } from './course-chart.js';
import { MfaAdoptionController } from './mfa-adoption.controller.js';
import { mfaAdoptionStyles } from './mfa-adoption.styles.js';

/** What those who administer see of adoption: which days, the figures, the chart, and its numbers below it. Owns the words. */
export class AdoptionFigures extends DeferredView<MfaElement, MfaAdoptionController> {
  protected override readonly flow: MfaAdoptionController;

  constructor(element: MfaElement) {
    super(element, administrationStyles, mfaAdoptionStyles);
    this.flow = new MfaAdoptionController(element, {
      entered: () => {
        element.announce('');
      },
      shown: ({ from, to }) => {
        element.announce(this.#texts.shown(this.#day(from), this.#day(to)));
      },
    });
  }

  get #texts(): AdoptionFiguresStrings {
    return this.element.strings('adoptionFigures', english);
  }

  override get states(): DeferredStates {
    const { state, slow, adoption } = this.flow;
    return {
      loading: state.name === 'loading' && slow,
      empty: adoption !== undefined && isEmpty(adoption),
      error: state.name === 'unreachable',
      invalid: this.#refusal !== undefined,
    };
  }

  /** Why other days were refused. */
  get #refusal(): MfaError | undefined {
    const { state } = this.flow;
    return state.name === 'figures' && state.trouble?.code === 'validation_failed'
      ? state.trouble
      : undefined;
  }

  #day(day: string): string {
    return formatDay(this.element.language, day);
  }

  override render(): unknown {
    const { state, slow, adoption } = this.flow;
    if (state.name === 'unreachable') return this.renderUnreachable(state.error, this.#texts.notYours);
    const waiting = loading(this.element, slow);
    if (!adoption) return waiting;
    return html`${this.#renderDays(adoption)} ${waiting}
    ${isEmpty(adoption) ? html`<p part="empty">${this.#texts.empty}</p>` : this.#renderFigures(adoption)}`;
  }

  /** Which days the figures are of. What was chosen is kept by the fields themselves, whatever becomes of the call. */
  #renderDays({ from, to }: Adoption): TemplateResult {
    const texts = this.#texts;
    const { state, isBusy } = this.flow;
    const refusal = this.#refusal;
    const trouble = state.name === 'figures' ? state.trouble : undefined;
    const wrong = refusal ? this.#refusalText() : errorText(this.element, trouble);
    const field = (name: 'from' | 'to', value: string): TemplateResult =>
      html`<label part="label"
        >${texts[name]}<input
          part="input"
          type="date"
          name=${name}
          .defaultValue=${value}
          aria-invalid=${refusal ? 'true' : 'false'}
          aria-describedby=${refusal ? 'refused' : ''}
      /></label>`;
    return html`<form
      part="filters"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const said = writtenIn(event.currentTarget as HTMLFormElement);
        this.flow.show(Object.fromEntries(Object.entries(said).filter(([, day]) => day)));
      }}
    >
      ${field('from', from)} ${field('to', to)}
      <button part="button" aria-disabled=${isBusy ? 'true' : 'false'}>
        ${isBusy ? texts.working : texts.show}
      </button>
      <div part="error" role="alert" id="refused">${wrong}</div>
    </form>`;
  }

  #refusalText(): string {
    const days = [...this.element.renderRoot.querySelectorAll<HTMLInputElement>('[type=date]')];
    const [from = '', to = ''] = days.map(({ value }) => value);
    const { order, days: others } = this.#texts.refused;
    return from && to && to < from ? order : others;
  }

  #renderFigures(adoption: Adoption): TemplateResult {
    const texts = this.#texts;
    const { recoveryCodeUse: codes, failureRate } = adoption;
    return html`<section class="titled" aria-labelledby="figures">
        <h3 id="figures">${texts.figures}</h3>
        <dl class="figures">
          ${this.#renderEnrolled(texts.overall, adoption.overall)}
          ${this.#renderEnrolled(texts.admins, adoption.admins)}
          ${this.#renderEnrolled(texts.newUsers, adoption.newUsers30d)}
          ${this.#renderFigure(
            texts.recoveryCodeUse,
            codes.share,
            codes.signIns
              ? texts.ofSignIns(this.#count(codes.byRecoveryCode), this.#count(codes.signIns))
              : texts.noSignIns,
          )}
          ${this.#renderFigure(
            texts.failureRate,
            failureRate.share,
            failureRate.attempts
              ? texts.ofAttempts(this.#count(failureRate.failed), this.#count(failureRate.attempts))
              : texts.noAttempts,
          )}
        </dl>
      </section>
      ${renderCourse(this.element, adoption)} ${renderNumbers(this.element, adoption)}
      <div class="beside">
        ${renderMethods(this.element, adoption)} ${renderTiers(this.element, adoption)}
      </div>`;
  }

  #count(amount: number): string {
    return formatCount(this.element.language, amount);
  }

  #renderEnrolled(name: string, { share, enrolled, people }: EnrolledShare): TemplateResult {
    const { withSecondStep, nobody } = this.#texts;
    return this.#renderFigure(
      name,
      share,
      people ? withSecondStep(this.#count(enrolled), this.#count(people)) : nobody,
    );
  }

  #renderFigure(name: string, share: number | null, counted: string): TemplateResult {
    return html`<div part="figure">
      <dt>${name}</dt>
      <dd class="share">${formatShare(this.element.language, share, this.#texts.none)}</dd>
      <dd part="hint">${counted}</dd>
    </div>`;
  }
}

/** Nobody is there, and nobody was. */
function isEmpty({ overall, failureRate, recoveryCodeUse, series }: Adoption): boolean {
  const counted = [overall.people, failureRate.attempts, recoveryCodeUse.signIns];
  return counted.every((count) => count === 0) && series.every(({ people }) => !people);
}
