import { html, nothing, type TemplateResult } from 'lit';
import type { MfaError } from '../client/mfa-error.js';
import type { ActivityAdvice, ActivityEvent } from '../client/views.js';
import { errorText } from '../foundation/error-text.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { activityFeed as english } from '../languages/en/activity-feed.js';
import { shared } from '../languages/en/shared.js';

export interface Question {
  /** What is meant. */
  event: ActivityEvent;
  isBusy: boolean;
  trouble: MfaError | undefined;
  report: () => void;
  close: () => void;
}

/** Whether it really was somebody else; in the place of the event. */
export function renderQuestion(
  element: MfaElement,
  { event, isBusy, trouble, report, close }: Question,
): TemplateResult {
  const texts = element.strings('activityFeed', english);
  const busy = isBusy ? 'true' : 'false';
  return html`<div class="panel" @keydown=${closeByKey(close)}>
    <p id="question">${texts.ask}</p>
    <div part="error" role="alert">${errorText(element, trouble)}</div>
    <div part="actions">
      <button
        type="button"
        part="button button-danger"
        aria-describedby="about-${event.id} question"
        aria-disabled=${busy}
        @click=${report}
      >
        ${isBusy ? texts.working : texts.report}
      </button>
      <button type="button" part="button button-quiet" aria-disabled=${busy} @click=${close}>
        ${element.strings('shared', shared).cancel}
      </button>
    </div>
  </div>`;
}

/** What to do now, the most urgent first, each with the way there. Advice of a newer server, for which there are no words, is passed over. */
export function renderAdvice(
  element: MfaElement,
  advice: readonly ActivityAdvice[],
  close: () => void,
): TemplateResult {
  const texts = element.strings('activityFeed', english);
  const known = advice.filter((one) => texts.advice[one]);
  return html`<div class="panel" role="group" aria-labelledby="what-now" @keydown=${closeByKey(close)}>
    <p id="what-now" tabindex="-1">${known.length ? texts.whatNow : texts.reported}</p>
    <ol class="advice">
      ${known.map((one) => html`<li>${texts.advice[one]} ${renderWay(element, one)}</li>`)}
    </ol>
    <div part="actions">
      <button type="button" part="button" @click=${close}>${texts.done}</button>
    </div>
  </div>`;
}

const closeByKey =
  (close: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    // A dialog around the element stays open.
    event.preventDefault();
    close();
  };

/** What each advice is followed with, where the page has it. */
const TAGS = {
  'end-sessions': 'active-sessions',
  'new-recovery-codes': 'recovery-codes',
  'review-factors': 'passkey-list, totp-list',
} as const;

function renderWay(element: MfaElement, advice: ActivityAdvice): TemplateResult {
  const target = advice === 'change-password' ? null : find(element, TAGS[advice]);
  const { goTo } = element.strings('activityFeed', english);
  return html`<slot name=${advice}
    >${
      target && advice !== 'change-password'
        ? html`<button type="button" part="button button-quiet" @click=${() => lead(target)}>
            ${goTo[advice]}
          </button>`
        : nothing
    }</slot
  >`;
}

/** Beside the element, else anywhere on the page. */
function find(element: MfaElement, tags: string): HTMLElement | null {
  const beside = (element.getRootNode() as ParentNode).querySelector<HTMLElement>(tags);
  return beside ?? document.querySelector<HTMLElement>(tags);
}

function lead(target: HTMLElement): void {
  target.scrollIntoView();
  target.focus();
}
