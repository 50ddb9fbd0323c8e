import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { obstacleOf } from '../ceremonies/obstacle.js';
import type { Nudge } from '../client/views.js';
import { MfaEnrolRequestedEvent } from '../events/mfa-enrol-requested.js';
import { errorText, troubleText } from '../foundation/error-text.js';
import { ENROLL_PARTS } from '../foundation/handed-on-parts.js';
import type { HostState, PrivateState } from '../foundation/mfa-element.js';
import { RelativeTimes } from '../foundation/relative-times.js';
import { adoptStyles } from '../foundation/styles/adopt-styles.js';
import { alertStyles } from '../foundation/styles/alerts.js';
import { buttonStyles } from '../foundation/styles/buttons.js';
import { requirement as english, type RequirementStrings } from '../languages/en/requirement.js';
import { isAdvice, type Asked } from './asked.js';
import { RequirementController, type RequirementState } from './mfa-requirement.controller.js';
import type { MfaRequirement } from './mfa-requirement.js';
import { requirementBannerStyles } from './requirement-banner.styles.js';
import { wordsFor } from './requirement-words.js';

/** The parts of the card that opens in the banner's place. */
const CARD_PARTS = `base:enroll__base,${ENROLL_PARTS}`;

/** Where there is no link to the page with passkeys and recovery codes, they have their own places, which say so. */
const EVERYWHERE: readonly Nudge[] = ['set-up-after-incident'];
const WITH_LINK: readonly Nudge[] = [
  ...EVERYWHERE,
  'few-recovery-codes',
  'recovery-codes-not-saved',
  'add-second-passkey',
];

/**
 * What a person sees of the banner, and the enrolment that opens in its place. Owns where the focus goes. It is apart from the element
 * because on most pages nothing is asked of most people.
 */
export class RequirementBanner implements ReactiveController {
  readonly #element: MfaRequirement;
  readonly #flow: RequirementController;
  /** What gets the focus with the next rendering: a selector. */
  #focusWanted = '';

  constructor(element: MfaRequirement) {
    this.#element = element;
    this.#flow = new RequirementController(
      element,
      () => (this.#link ? WITH_LINK : EVERYWHERE),
      (state, before) => {
        this.#entered(state, before);
      },
    );
    new RelativeTimes(element);
    adoptStyles(element, buttonStyles, alertStyles, requirementBannerStyles);
    element.addController(this);
  }

  get states(): Partial<Record<HostState | PrivateState, boolean>> {
    const { state } = this.#flow;
    const what = state.name === 'asking' || state.name === 'opening' ? state.asked.what : '';
    return {
      _silent: state.name === 'silent',
      prompting: what === 'grace',
      locked: what === 'enforced',
      complete: state.name === 'done',
      error: state.name === 'asking' && state.trouble !== undefined,
    };
  }

  get #texts(): RequirementStrings {
    return this.#element.strings('requirement', english);
  }

  get #link(): string {
    const { enrolUrl } = this.#element;
    return typeof enrolUrl === 'string' ? enrolUrl : '';
  }

  /** Follows the session. */
  follow(): void {
    this.#flow.look();
  }

  hostUpdated(): void {
    const wanted = this.#focusWanted;
    this.#focusWanted = '';
    if (wanted) this.#element.renderRoot.querySelector<HTMLElement>(wanted)?.focus();
  }

  #entered(state: RequirementState, before: RequirementState): void {
    if (state.name === 'open') this.#focusWanted = 'mfa-enroll';
    if (state.name === 'done') this.#focusWanted = '[part=title]';
    this.#element.announce(this.#announcement(state, before));
  }

  /** What changed by itself; what the person did here shows where the focus goes. */
  #announcement(state: RequirementState, before: RequirementState): string {
    if (before.name !== 'asking' || isAdvice(before.asked)) return '';
    if (state.name === 'silent')
      return this.#element.mfa.current?.state === 'signed-in' ? this.#texts.met : '';
    const isNew = state.name === 'asking' && state.asked.what !== before.asked.what;
    return isNew ? wordsFor(this.#element, state.asked).title : '';
  }

  render(): unknown {
    const { state } = this.#flow;
    switch (state.name) {
      case 'silent':
        return nothing;
      case 'open':
        return this.#renderEnrolment(state.asked);
      case 'done':
        return this.#renderDone(state.asked);
      default:
        return this.#renderAsking(state.asked);
    }
  }

  #renderAsking(asked: Asked): TemplateResult {
    const { heading, description, mfa } = this.#element;
    const { title, why, when } = wordsFor(this.#element, asked);
    const { state } = this.#flow;
    const obstacle = isForPasskey(asked) ? obstacleOf(mfa) : undefined;
    const error = state.name === 'asking' ? errorText(this.#element, state.trouble) : '';
    return this.#renderFrame({
      title: heading || title,
      content: html`<slot name="description"><p part="description">${description || why}</p></slot>
        ${when ? html`<p part="hint">${when}</p>` : nothing}
        ${obstacle ? html`<p part="hint">${troubleText(this.#element, obstacle)}</p>` : nothing}
        <div part="error" role="alert">${error}</div>`,
      actions: html`${obstacle && !this.#link ? nothing : this.#renderLead(asked)}
      ${
        isAdvice(asked)
          ? html`<button type="button" part="button button-quiet" @click=${() => this.#flow.dismiss()}>
              ${this.#texts.notNow}
            </button>`
          : nothing
      }`,
    });
  }

  #renderLead(asked: Asked): TemplateResult {
    const { lead } = wordsFor(this.#element, asked);
    const part = isAdvice(asked) ? 'button' : 'button button-primary';
    if (this.#link)
      return html`<a
        part=${part}
        class="lead"
        href=${this.#link}
        @click=${(event: Event) => {
          if (!this.#request()) event.preventDefault();
        }}
        >${lead}</a
      >`;
    return html`<button
      type="button"
      part=${part}
      class="lead"
      aria-disabled=${this.#flow.state.name === 'opening' ? 'true' : 'false'}
      @click=${() => {
        if (this.#request()) this.#flow.open();
      }}
    >
      ${lead}
    </button>`;
  }

  /** Tells the page; answers whether it leaves the rest to the banner. */
  #request(): boolean {
    return this.#element.dispatchEvent(new MfaEnrolRequestedEvent());
  }

  #renderEnrolment(asked: Asked): TemplateResult {
    const { mfa } = this.#element;
    return html`<mfa-enroll
      exportparts=${CARD_PARTS}
      methods=${isForPasskey(asked) ? 'passkey' : ''}
      .client=${mfa}
      @mfa-enrolled=${() => {
        this.#flow.finish();
      }}
      ><slot name="code" slot="code"></slot
      ><button
        type="button"
        slot="actions"
        part="button button-quiet"
        @click=${() => {
          this.#flow.close();
          this.#focusWanted = '.lead';
        }}
      >
        ${this.#texts.later}
      </button></mfa-enroll
    >`;
  }

  #renderDone({ what }: Asked): TemplateResult {
    const { done, unblocked, close } = this.#texts;
    return this.#renderFrame({
      title: done,
      content: what === 'enforced' ? html`<p part="description">${unblocked}</p>` : nothing,
      actions: html`<button type="button" part="button button-quiet" @click=${() => this.#flow.dismiss()}>
        ${close}
      </button>`,
    });
  }

  #renderFrame({
    title,
    content,
    actions,
  }: {
    title: string;
    content: unknown;
    actions: unknown;
  }): TemplateResult {
    return html`<section part="base" aria-labelledby="title">
      <div class="text">
        <slot name="title"><p part="title" id="title" tabindex="-1">${title}</p></slot>
        ${content}
        <div part="footer"><slot name="footer"></slot></div>
      </div>
      <div part="actions">${actions}</div>
    </section>`;
  }
}

/** Whether nothing but a passkey will do. */
function isForPasskey(asked: Asked): boolean {
  return 'isForPasskey' in asked && asked.isForPasskey;
}
