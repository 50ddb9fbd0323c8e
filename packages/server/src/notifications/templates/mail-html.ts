import type { MailLink, MailParts } from './mail-parts.ts';
import { SHEET, STYLES } from './mail-styles.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

type Style = keyof typeof STYLES;

/** @param classes What the style sheet knows it by. @param words Plain text. */
const element = (tag: string, style: Style, classes: string, words: string): string =>
  `<${tag}${classes === '' ? '' : ` class="${classes}"`} style="${STYLES[style]}">${escape(words)}</${tag}>`;

/** A button is a link with room around it. Its address stands below for programs that show none, and for people who look where they go. */
function linkHtml(
  { label, button, address }: MailLink,
  look: 'button' | 'quietButton',
  parts: MailParts,
): string {
  const classes = look === 'button' ? 'button' : 'quiet-button';
  return `${element('p', 'paragraph', '', label)}
<p style="${STYLES.paragraph}"><a class="${classes}" style="${STYLES[look]}" href="${escape(address)}">${escape(button)}</a></p>
<p class="quiet" style="${STYLES.address}">${escape(parts.linkAddress)}<br><span dir="ltr">${escape(address)}</span></p>`;
}

const factHtml = ([name, value]: readonly [string, string]): string =>
  `<tr><th scope="row" class="quiet line" style="${STYLES.name}">${escape(name)}</th><td class="line" style="${STYLES.value}">${escape(value)}</td></tr>`;

function notYouHtml(notYou: NonNullable<MailParts['notYou']>, parts: MailParts): string {
  return `<div class="not-you" style="${STYLES.notYou}">
${[
  element('h2', 'notYouHeading', 'heading', notYou.heading),
  ...(notYou.link ? [linkHtml(notYou.link, 'quietButton', parts)] : []),
  ...(notYou.words === undefined ? [] : [element('p', 'notYouParagraph', '', notYou.words)]),
].join('\n')}
</div>`;
}

/**
 * A mail as HTML. Mail programs differ more than browsers do: tables hold the layout, styles are on the elements, and nothing is loaded
 * from anywhere.
 */
export function mailHtml(parts: MailParts): string {
  const { language, direction, serviceName, heading, greeting, happened, facts } = parts;
  const { link, next, notYou, signature, footer } = parts;
  const content = [
    element('p', 'service', 'quiet', serviceName),
    element('h1', 'heading', 'heading', heading),
    element('p', 'paragraph', '', greeting),
    element('p', 'paragraph', '', happened),
    `<table class="line" style="${STYLES.facts}">\n${facts.map(factHtml).join('\n')}\n</table>`,
    ...(link ? [linkHtml(link, 'button', parts)] : []),
    ...(next === undefined ? [] : [element('p', 'paragraph', '', next)]),
    ...(notYou ? [notYouHtml(notYou, parts)] : []),
    element('p', 'signature', '', signature),
  ];
  return `<!doctype html>
<html lang="${escape(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escape(heading)}</title>
<style>${SHEET}</style>
</head>
<body class="body" style="${STYLES.body}">
<div aria-hidden="true" style="${STYLES.preheader}">${escape(happened)}</div>
<table role="presentation" class="page" style="${STYLES.page}"><tr><td style="${STYLES.gutter}">
<table role="presentation" class="sheet line" style="${STYLES.sheet}">
<tr><td class="content" dir="${direction}" style="${STYLES.content}">
${content.join('\n')}
</td></tr>
<tr><td class="content line" dir="${direction}" style="${STYLES.content}; ${STYLES.footer}">
${footer.map((words) => element('p', 'footerParagraph', 'quiet', words)).join('\n')}
</td></tr>
</table>
</td></tr></table>
</body>
</html>
`;
}
