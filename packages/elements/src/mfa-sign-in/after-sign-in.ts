import { html, nothing, type TemplateResult } from 'lit';
import { obstacleOf } from '../ceremonies/obstacle.js';
import { card } from '../foundation/card.js';
import { troubleText } from '../foundation/error-text.js';
import { ENROLL_PARTS } from '../foundation/handed-on-parts.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { requirement } from '../languages/en/requirement.js';
import { askedOf, type Demand } from '../mfa-requirement/asked.js';
import { wordsFor } from '../mfa-requirement/requirement-words.js';
import type { RecoveryCodes } from '../recovery-codes/recovery-codes.js';
import type { SignInController } from './mfa-sign-in.controller.js';

/** The parts of the cards inside, so that a page styles one card through all steps. */
const PARTS = `base,${ENROLL_PARTS}`;

/** What policy asks of whoever is signed in now; undefined where the session itself is restricted, which says why in words of its own. */
function demandOn({ mfa }: MfaElement): Demand | undefined {
  const [asked] = askedOf(mfa.current, []);
  return asked && 'isForPasskey' in asked ? asked : undefined;
}

/** What some people have to do before they are through. */
export function renderAfter(element: MfaElement, flow: SignInController): TemplateResult {
  if (flow.state.name === 'enrolment') return renderEnrolment(element, flow);
  return html`<recovery-codes
    exportparts=${PARTS}
    .client=${element.mfa}
    @mfa-recovery-codes-confirmed=${() => {
      flow.saved();
    }}
  ></recovery-codes>`;
}

/** A factor has to be set up before anything else; or, where policy gives time, now or later. */
function renderEnrolment(element: MfaElement, flow: SignInController): TemplateResult {
  const demand = demandOn(element);
  const { title = '', why = '', when = '' } = demand ? wordsFor(element, demand) : {};
  const texts = element.strings('requirement', requirement);
  const putOff = html`<button
    type="button"
    slot="actions"
    part="button button-quiet"
    @click=${() => {
      flow.putOff();
    }}
  >
    ${texts.later}
  </button>`;
  const obstacle = demand?.isForPasskey ? obstacleOf(element.mfa) : undefined;
  // Nobody is shut out for the device they sit at: what needs a passkey is blocked, and nothing else.
  if (obstacle)
    return card({
      heading: title,
      description: `${why} ${when}`,
      content: html`<p>${troubleText(element, obstacle)}</p>
        <div part="actions">${putOff}</div>`,
    });
  const enrolment = html`<mfa-enroll
    exportparts=${PARTS}
    methods=${demand?.isForPasskey ? 'passkey' : ''}
    .heading=${title}
    .description=${`${why} ${when}`.trim()}
    .client=${element.mfa}
    ><slot name="code" slot="code"></slot>${demand?.what === 'grace' ? putOff : nothing}</mfa-enroll
  >`;
  const goOn = (): void => {
    flow.goOn();
  };
  return demand?.what === 'grace'
    ? html`<div @mfa-enrolled=${goOn}>${enrolment}</div>`
    : html`<slot name="enrolment" @mfa-enrolled=${goOn}>${enrolment}</slot>`;
}

/** Hands recovery codes over as soon as there is a place for them: those of a passkey that the password manager made. */
export async function showCodes(
  { updateComplete, renderRoot }: MfaElement,
  codes: readonly string[],
): Promise<void> {
  await updateComplete;
  renderRoot.querySelector<RecoveryCodes>('recovery-codes')?.show(codes);
}
