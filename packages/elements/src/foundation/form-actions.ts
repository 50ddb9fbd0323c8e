import { html, type TemplateResult } from 'lit';
import { shared } from '../languages/en/shared.js';
import type { MfaElement } from './mfa-element.js';

/** The two buttons at the end of a form of those who administer: what it does, and the way out of it. */
export interface FormActions {
  confirm: string;
  /** In the place of `confirm` while it is done. */
  working: string;
  isBusy: boolean;
  /** What is taken away comes back only with effort. */
  isDangerous?: boolean;
  close: () => void;
}

export function formActions(element: MfaElement, actions: FormActions): TemplateResult {
  const { confirm, working, isBusy, isDangerous = false, close } = actions;
  const disabled = isBusy ? 'true' : 'false';
  return html`<div part="actions">
    <button part="button ${isDangerous ? 'button-danger' : 'button-primary'}" aria-disabled=${disabled}>
      ${isBusy ? working : confirm}
    </button>
    <button type="button" part="button button-quiet" aria-disabled=${disabled} @click=${close}>
      ${element.strings('shared', shared).cancel}
    </button>
  </div>`;
}
