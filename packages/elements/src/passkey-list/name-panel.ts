import { html, type TemplateResult } from 'lit';

/**
 * The field for another name, with what is wrong with it below.
 *
 * @param error empty while all is well.
 * @param save called on Enter.
 */
export function namePanel(label: string, name: string, error: string, save: () => void): TemplateResult {
  return html`<label part="label"
      >${label}<input
        part="input"
        maxlength="64"
        autocomplete="off"
        .value=${name}
        aria-describedby="error"
        aria-invalid=${error ? 'true' : 'false'}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key !== 'Enter' || event.isComposing) return;
          // Else the key would press the button that has the focus by the time it is up.
          event.preventDefault();
          save();
        }}
    /></label>
    <div part="error" role="alert" id="error">${error}</div>`;
}
