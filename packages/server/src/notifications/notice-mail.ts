import type { Mail } from '../ports/mailer.ts';
import type { User } from '../ports/users.ts';
import type { ChosenLanguage } from './languages/choose-language.ts';
import type { MailedLink } from './languages/mail-language.ts';
import { directionOf, mailFormat } from './mail-format.ts';
import type { Notice } from './notice.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

/** The addresses of a mail's links, each with a token in its fragment, which no server's log ever sees. */
export type LinkAddresses = Readonly<Partial<Record<MailedLink['purpose'], string>>>;

/** What every address of a person gets alike. */
export type MailContent = Omit<Mail, 'id' | 'to'>;

/** A paragraph, and the address that it is about. */
interface Paragraph {
  readonly words: string;
  readonly address?: string;
}

const html = ({ words, address }: Paragraph): string => {
  const link = address === undefined ? '' : `<br><a href="${escape(address)}">${escape(address)}</a>`;
  return `<p>${escape(words)}${link}</p>`;
};

/**
 * The mail of a notice, as text and as HTML, of the same words. It names nobody: a display name such as "visit evil.example" would
 * arrive as a link in a mail of ours. Its links, where it needs any, are made of the public URL alone (rule B6).
 */
export function noticeMail(
  notice: Pick<Notice, 'name' | 'facts'>,
  user: User,
  serviceName: string,
  { tag, frame, words }: ChosenLanguage,
  addresses: LinkAddresses = {},
): MailContent {
  const format = mailFormat(tag, user.timeZone);
  const { subject, happened, next, notYou, links = [] } = words(notice.facts, format);
  const { at, ip } = notice.facts;
  const paragraphs: readonly Paragraph[] = [
    { words: frame.greeting },
    { words: happened },
    { words: `${frame.when}: ${format.time(at)}` },
    ...(ip === undefined ? [] : [{ words: `${frame.address}: ${ip}` }]),
    ...links.flatMap(({ purpose, label }) => {
      const address = addresses[purpose];
      return address === undefined ? [] : [{ words: label, address }];
    }),
    ...(next === undefined ? [] : [{ words: next }]),
    ...(notYou === undefined ? [] : [{ words: `${frame.ifNotYou}: ${notYou}` }]),
    { words: frame.signature(serviceName) },
  ];
  return {
    language: tag,
    subject: `${serviceName}: ${subject}`,
    text: `${paragraphs.map(({ words, address }) => (address === undefined ? words : `${words}\n${address}`)).join('\n\n')}\n`,
    html: `<!doctype html>
<html lang="${escape(tag)}" dir="${directionOf(tag)}">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escape(subject)}</title></head>
<body style="font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 0 auto; padding: 24px">
<h1 style="font-size: 20px; line-height: 1.3">${escape(subject)}</h1>
${paragraphs.map(html).join('\n')}
</body>
</html>
`,
  };
}
