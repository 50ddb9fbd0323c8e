import type { Mail } from '../ports/mailer.ts';
import type { User } from '../ports/users.ts';
import type { Notice } from './notice.ts';
import { ENGLISH } from './notice-texts.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

const formatTime = (at: number): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(at);

/**
 * The mail of a notice, as text and as HTML, of the same words. It names nobody and links to nothing: a display name such as
 * "visit evil.example" would arrive as a link in a mail of ours, and a habit of clicking in security mails is what phishers live on (rule B6).
 */
export function noticeMail(
  id: string,
  notice: Pick<Notice, 'name' | 'facts'>,
  user: User,
  serviceName: string,
): Mail {
  const { subject, happened, advice } = ENGLISH[notice.name](notice.facts);
  const { at, ip } = notice.facts;
  const when = `${formatTime(at)} UTC${ip === undefined ? '' : `, from the address ${ip}`}`;
  const paragraphs = ['Hello,', happened, `When: ${when}.`, advice, `Your ${serviceName} team`];
  return {
    id,
    to: user.emails,
    subject: `${serviceName}: ${subject}`,
    text: `${paragraphs.join('\n\n')}\n`,
    html: `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escape(subject)}</title></head>
<body style="font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 0 auto; padding: 24px">
<h1 style="font-size: 20px; line-height: 1.3">${escape(subject)}</h1>
${paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`).join('\n')}
</body>
</html>
`,
  };
}
