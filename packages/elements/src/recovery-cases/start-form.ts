import { html, type TemplateResult } from 'lit';
import type { MfaError } from '../client/mfa-error.js';
import { cancelByKey } from '../foundation/change-panels.js';
import { errorText } from '../foundation/error-text.js';
import { formActions } from '../foundation/form-actions.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { writtenField, writtenIn } from '../foundation/written-field.js';
import { casesList as english } from '../languages/en/cases-list.js';
import type { CaseField, WrittenCase } from './recovery-cases.controller.js';

/** How support may have made sure who somebody is. What is kept are these words; each language has its own for them. */
const KINDS = ['video-call', 'in-person', 'identity-check', 'call-back', 'other'];

const FIELDS: readonly CaseField[] = [
  'account',
  'evidence.kind',
  'evidence.reference',
  'reason',
  'skipWait.reason',
];

export interface StartForm {
  /** Whose account it is, where the page knows. */
  userId: string;
  trouble: MfaError | undefined;
  isBusy: boolean;
  start: (written: WrittenCase) => void;
  close: () => void;
}

/** The field that was refused, if it was one. */
export function refusedField(trouble: MfaError | undefined): CaseField | undefined {
  if (trouble?.code === 'not_found') return 'account';
  const paths =
    trouble?.fields.map(({ path }) => (path === 'userId' || path === 'login' ? 'account' : path)) ?? [];
  return FIELDS.find((field) => paths.includes(field));
}

/** What a new case needs. What was typed is kept by the fields themselves, whatever becomes of the call. */
export function renderStartForm(element: MfaElement, form: StartForm): TemplateResult {
  const { userId, trouble, isBusy, start, close } = form;
  const texts = element.strings('casesList', english);
  const refused = refusedField(trouble);
  const field = (name: CaseField, label: string, hint?: string, value?: string): TemplateResult =>
    writtenField({
      name,
      label,
      isWrong: refused === name,
      ...(hint && { hint }),
      ...(value && { value }),
    });
  return html`<div
    class="panel"
    role="group"
    aria-labelledby="asked"
    @keydown=${(event: KeyboardEvent) => {
      cancelByKey(event, close);
    }}
  >
    <h3 id="asked" tabindex="-1">${texts.startHeading}</h3>
    <p>${texts.startWhat}</p>
    <form
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        start(writtenCase(event.currentTarget as HTMLFormElement, userId));
      }}
    >
      ${field('account', texts.account, texts.accountHint, userId)} ${renderKinds(element, refused)}
      ${field('evidence.reference', texts.evidenceReference, texts.evidenceReferenceHint)}
      ${field('reason', texts.reason, texts.reasonHint)}
      <div class="skip-wait">
        <input type="checkbox" id="skipWait" name="skipWait" aria-describedby="hint-skipWait" />
        <label for="skipWait">${texts.skipWait}</label>
        <p part="hint" id="hint-skipWait">${texts.skipWaitHint}</p>
        ${field('skipWait.reason', texts.skipWaitReason)}
      </div>
      <div part="error" role="alert" id="refused">${troubleText(element, trouble)}</div>
      ${formActions(element, { confirm: texts.startConfirm, working: texts.working, isBusy, close })}
    </form>
  </div>`;
}

function renderKinds(element: MfaElement, refused: CaseField | undefined): TemplateResult {
  const texts = element.strings('casesList', english);
  const isWrong = refused === 'evidence.kind';
  return html`<div class="written">
    <label part="label" for="evidence.kind">${texts.evidenceKind}</label>
    <select
      part="input"
      id="evidence.kind"
      name="evidence.kind"
      aria-required="true"
      aria-invalid=${isWrong ? 'true' : 'false'}
      aria-describedby=${isWrong ? 'refused' : ''}
    >
      <option value="">${texts.choose}</option>
      ${KINDS.map((kind) => html`<option value=${kind}>${texts.kind[kind]}</option>`)}
    </select>
  </div>`;
}

function writtenCase(form: HTMLFormElement, userId: string): WrittenCase {
  const said = writtenIn(form);
  const entries = FIELDS.map((field) => [field, said[field] ?? '']);
  return {
    ...(Object.fromEntries(entries) as Record<CaseField, string>),
    byId: userId !== '' && said['account'] === userId,
    skipWait: 'skipWait' in said,
  };
}

function troubleText(element: MfaElement, trouble: MfaError | undefined): string {
  const texts = element.strings('casesList', english);
  switch (trouble?.code) {
    case 'not_found':
      return texts.nobody;
    case 'forbidden':
      return texts.notStarted;
    case 'conflict':
      return texts.openAlready;
    default: {
      const field = refusedField(trouble);
      return field ? texts.missing[field] : errorText(element, trouble);
    }
  }
}
