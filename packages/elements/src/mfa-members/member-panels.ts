import { html, type TemplateResult } from 'lit';
import type { MfaError } from '../client/mfa-error.js';
import { cancelByKey } from '../foundation/change-panels.js';
import { errorText } from '../foundation/error-text.js';
import { formActions } from '../foundation/form-actions.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { timing } from '../foundation/timing.js';
import { writtenField, writtenIn } from '../foundation/written-field.js';
import { membersList as english } from '../languages/en/members-list.js';
import type { MembersState } from './mfa-members.controller.js';

const DAY = 86_400_000;

/** Nobody is exempt for longer without somebody deciding it anew; to the end of the last day it is a part of a day more. */
const LONGEST = 89;

export interface Asked {
  state: Extract<MembersState, { name: 'resetting' | 'exempting' }>;
  isBusy: boolean;
  reset: (reason: string) => void;
  exempt: (reason: string, until: string) => void;
  close: () => void;
}

/** What will happen to a member, and the fields for why, in the place below them. */
export function renderPanel(element: MfaElement, asked: Asked): TemplateResult {
  const { state, isBusy, close } = asked;
  const texts = element.strings('membersList', english);
  const { name } = state.member;
  const isReset = state.name === 'resetting';
  const wrong = refusedField(state.trouble);
  const reason = writtenField({
    name: 'reason',
    label: texts.reason,
    hint: texts.reasonHint,
    isWrong: wrong === 'reason',
  });
  const confirm = isReset ? texts.resetConfirm : texts.exemptConfirm;
  return html`<div
    class="panel"
    role="group"
    aria-labelledby="asked"
    @keydown=${(event: KeyboardEvent) => {
      cancelByKey(event, close);
    }}
  >
    <h3 id="asked" tabindex="-1">${isReset ? texts.resetHeading(name) : texts.exemptHeading(name)}</h3>
    ${
      isReset
        ? html`<ul>
              ${texts.resetWhat.map((what) => html`<li>${what}</li>`)}
            </ul>
            <p><strong>${texts.resetCheck}</strong></p>`
        : html`<p>${texts.exemptWhat}</p>`
    }
    <form
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const { reason: said = '', until = '' } = writtenIn(event.currentTarget as HTMLFormElement);
        if (isReset) asked.reset(said);
        else asked.exempt(said, endOf(until));
      }}
    >
      ${
        isReset
          ? ''
          : writtenField({
              name: 'until',
              label: texts.until,
              type: 'date',
              min: localDay(timing.now() + DAY),
              max: localDay(timing.now() + LONGEST * DAY),
              isWrong: wrong === 'until',
            })
      }
      ${reason}
      <div part="error" role="alert" id="refused">${troubleText(element, state.trouble)}</div>
      ${formActions(element, { confirm, working: texts.working, isBusy, isDangerous: isReset, close })}
    </form>
  </div>`;
}

/** The field that was refused, if it was one. */
export function refusedField(trouble: MfaError | undefined): 'reason' | 'until' | undefined {
  const paths = trouble?.fields.map(({ path }) => path) ?? [];
  return (['until', 'reason'] as const).find((name) => paths.includes(name));
}

function troubleText(element: MfaElement, trouble: MfaError | undefined): string {
  const texts = element.strings('membersList', english);
  const field = refusedField(trouble);
  if (!field) return errorText(element, trouble);
  return field === 'until' ? texts.missingUntil : texts.missingReason;
}

/** A day of the person's own calendar, as fields for dates have it. */
function localDay(at: number): string {
  const date = new Date(at);
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${String(date.getFullYear())}-${month ?? ''}-${day ?? ''}`;
}

/** The last moment of a day; empty for none, and for one that is not after today. */
function endOf(day: string): string {
  if (!day || day <= localDay(timing.now())) return '';
  return new Date(`${day}T23:59:59.999`).toISOString();
}
