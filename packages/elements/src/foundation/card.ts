import { html, nothing, type TemplateResult } from 'lit';

export interface Card {
  /** Empty: no heading, unless the page slots one. */
  heading: string;
  description?: string | undefined;
  content: unknown;
  /** What stands below the content, before what the page slots. */
  footer?: unknown;
}

/** The frame that all large elements share: title, description, content, footer; each but the content can be slotted. */
export function card({ heading, description, content, footer = nothing }: Card): TemplateResult {
  return html`<div part="base">
    <div part="header">
      <slot name="title">${heading ? html`<h2 part="title">${heading}</h2>` : nothing}</slot>
      <slot name="description"
        >${description ? html`<p part="description">${description}</p>` : nothing}</slot
      >
    </div>
    <div class="content">${content}</div>
    <div part="footer">${footer}<slot name="footer"></slot></div>
  </div>`;
}
