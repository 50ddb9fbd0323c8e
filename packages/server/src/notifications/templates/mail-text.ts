import type { MailLink, MailParts } from './mail-parts.ts';

const linked = (link: MailLink | undefined): readonly string[] =>
  link ? [`${link.label}\n${link.address}`] : [];

const said = (words: string | undefined): readonly string[] => (words === undefined ? [] : [words]);

/** A mail as text: paragraphs, with each link on a line of its own. */
export function mailText(parts: MailParts): string {
  const { serviceName, heading, greeting, happened, facts, link, next, notYou, signature, footer } = parts;
  return `${[
    `${serviceName}\n${heading}`,
    greeting,
    happened,
    facts.map(([name, value]) => `${name}: ${value}`).join('\n'),
    ...linked(link),
    ...said(next),
    ...(notYou ? [`${notYou.heading}:`, ...linked(notYou.link), ...said(notYou.words)] : []),
    signature,
    '--',
    ...footer,
  ].join('\n\n')}\n`;
}
