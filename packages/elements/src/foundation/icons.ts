import { html, type TemplateResult } from 'lit';

/** The signs of what people sign in with and from: lines on a square of 24, in the color of the text around them. */
export const icons = {
  passkey:
    'M5 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0M2 20c0-4 3-6 7-6q2 0 3.5.7M14.5 14a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M17 16.5V22M17 19.5h2.5',
  key: 'M8 9.5h8V22H8zM10 9.5V3h4v6.5M12 14v3',
  phone: 'M7 2.5h10v19H7zM11 18.5h2',
  computer: 'M5 5h14v11H5zM2.5 19.5h19',
} as const;

/** A sign that says nothing which the words beside it do not: assistive technology passes it over. */
export const icon = (name: keyof typeof icons): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${icons[name]}></path></svg>`;

/** What a browser runs on, by what it calls itself. */
export const iconOf = (userAgent: string | null): TemplateResult =>
  icon(/Mobi|Android|iP(?:hone|ad)/.test(userAgent ?? '') ? 'phone' : 'computer');
