import { html, nothing, type TemplateResult } from 'lit';
import { cancelByKey } from '../foundation/change-panels.js';
import { errorText } from '../foundation/error-text.js';
import { formActions } from '../foundation/form-actions.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { writtenField, writtenIn } from '../foundation/written-field.js';
import { casesList as english } from '../languages/en/cases-list.js';
import { evidenceOf, personOf, waitOf } from './case-row.js';
import type { CasesState } from './recovery-cases.controller.js';

export interface Decision {
  state: Extract<CasesState, { name: 'approving' | 'rejecting' }>;
  isBusy: boolean;
  approve: () => void;
  reject: (reason: string) => void;
  close: () => void;
}

/** What follows from a decision, in the place below the case. */
export function renderDecision(element: MfaElement, decision: Decision): TemplateResult {
  const { state, isBusy, approve, reject, close } = decision;
  const texts = element.strings('casesList', english);
  const { one } = state;
  const isApproval = state.name === 'approving';
  const heading = isApproval ? texts.approveHeading : texts.rejectHeading;
  const confirm = isApproval ? texts.approveConfirm : texts.rejectConfirm;
  return html`<div
    class="panel"
    role="group"
    aria-labelledby="asked"
    @keydown=${(event: KeyboardEvent) => {
      cancelByKey(event, close);
    }}
  >
    <h3 id="asked" tabindex="-1">${heading(personOf(one))}</h3>
    ${isApproval ? renderApproval(element, decision) : html`<p>${texts.rejectWhat}</p>`}
    <form
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        if (isApproval) approve();
        else reject(writtenIn(event.currentTarget as HTMLFormElement)['reason'] ?? '');
      }}
    >
      ${
        isApproval
          ? nothing
          : writtenField({
              name: 'reason',
              label: texts.rejectReason,
              hint: texts.rejectReasonHint,
              isRequired: false,
              isWrong: false,
            })
      }
      <div part="error" role="alert">${errorText(element, state.trouble)}</div>
      ${formActions(element, { confirm, working: texts.working, isBusy, isDangerous: !isApproval, close })}
    </form>
  </div>`;
}

function renderApproval(element: MfaElement, { state: { one } }: Decision): TemplateResult {
  const texts = element.strings('casesList', english);
  const { told, link, linkNow, then } = texts.approveWhat;
  const wait = waitOf(element.language, one);
  return html`<ul>
      ${[told, wait ? link(wait) : linkNow, then].map((what) => html`<li>${what}</li>`)}
    </ul>
    <p><strong>${texts.approveCheck(evidenceOf(texts, one))}</strong></p>`;
}
