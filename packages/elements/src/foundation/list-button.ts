import { html, nothing, type TemplateResult } from 'lit';

export interface ListButton {
  /** Parts beside `button`, such as `button-quiet`. */
  look?: string;
  text: string;
  click: () => void;
  /** By which the element finds it. */
  name?: string;
  /** Name of the entry that the button belongs to, for those who hear the button alone. */
  of?: string | undefined;
  isBusy: boolean;
}

/** A button of a list or of one of its entries. */
export function button({ look = '', text, click, name = '', of, isBusy }: ListButton): TemplateResult {
  return html`<button
    type="button"
    part="button ${look}"
    class=${name}
    aria-label=${of ? `${text}: ${of}` : nothing}
    aria-disabled=${isBusy ? 'true' : 'false'}
    @click=${click}
  >
    ${text}
  </button>`;
}
