import { html, nothing, type TemplateResult } from 'lit';

/** What a server keeps of a text for the record. */
const RECORDED_LENGTH = 256;

export interface WrittenField {
  name: string;
  label: string;
  hint?: string;
  /** Other than a text: `date`, with the first day and the last. */
  type?: 'date';
  min?: string;
  max?: string;
  /** It was refused; why is said in `#refused`. */
  isWrong: boolean;
  isRequired?: boolean;
  value?: string;
}

/** A field in a form of those who administer, for what is kept on record. None holds a credential, so it stands in the shadow root. */
export function writtenField(field: WrittenField): TemplateResult {
  const { name, label, hint, type, min, max, isWrong, isRequired = true, value = '' } = field;
  return html`<div class="written">
    <label part="label" for=${name}>${label}</label>
    ${hint ? html`<p part="hint" id="hint-${name}">${hint}</p>` : nothing}
    <input
      part="input"
      id=${name}
      name=${name}
      type=${type ?? 'text'}
      min=${min ?? ''}
      max=${max ?? ''}
      maxlength=${RECORDED_LENGTH}
      autocomplete="off"
      .defaultValue=${value}
      aria-required=${isRequired ? 'true' : 'false'}
      aria-invalid=${isWrong ? 'true' : 'false'}
      aria-describedby="${isWrong ? 'refused ' : ''}${hint ? `hint-${name}` : ''}"
    />
  </div>`;
}

/** What was written into the fields of a form, by name, without spaces around it. */
export function writtenIn(form: HTMLFormElement): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value.trim() : '']),
  );
}
