import type { Mail } from '../ports/mailer.ts';
import type { User } from '../ports/users.ts';
import type { ChosenLanguage } from './languages/choose-language.ts';
import type { MailedLink } from './languages/mail-language.ts';
import { directionOf, isolated, mailFormat } from './mail-format.ts';
import type { Notice } from './notice.ts';
import { mailHtml } from './templates/mail-html.ts';
import type { MailLink, MailParts } from './templates/mail-parts.ts';
import { mailText } from './templates/mail-text.ts';

/** The addresses of a mail's links, each with a token in its fragment, which no server's log ever sees. */
export type LinkAddresses = Readonly<Partial<Record<MailedLink['purpose'], string>>>;

/** Who writes. */
export interface Sender {
  readonly serviceName: string;
  /** How to reach those who run the service. */
  readonly contact?: string | undefined;
}

/** What is found out when a mail goes out. */
export interface Found {
  readonly addresses?: LinkAddresses;
  /** Where the address of the notice is, as the host calls it. */
  readonly place?: string | undefined;
}

/** What every address of a person gets alike. */
export type MailContent = Omit<Mail, 'id' | 'to'>;

/**
 * The mail of a notice, as text and as HTML, of the same words. It names nobody: a display name such as "visit evil.example" would
 * arrive as a link in a mail of ours. Its links, where it needs any, are made of the public URL alone (rule B6).
 */
export function noticeMail(
  { facts }: Pick<Notice, 'facts'>,
  user: Pick<User, 'timeZone'>,
  sender: Sender,
  language: ChosenLanguage,
  found: Found = {},
): MailContent {
  const parts = partsOf(facts, user, sender, language, found);
  return {
    language: language.tag,
    subject: `${sender.serviceName}: ${parts.heading}`,
    text: mailText(parts),
    html: mailHtml(parts),
  };
}

function partsOf(
  facts: Notice['facts'],
  { timeZone }: Pick<User, 'timeZone'>,
  { serviceName, contact }: Sender,
  { tag, frame, words }: ChosenLanguage,
  { addresses = {}, place }: Found,
): MailParts {
  const format = mailFormat(tag, timeZone);
  const direction = directionOf(tag);
  /** Addresses, places and devices are mostly written from left to right. */
  const foreign = (value: string): string => (direction === 'rtl' ? isolated(value) : value);
  const { subject, happened, next, notYou, links = [] } = words(facts, format);
  const { at, ip, device } = facts;

  /** A link for which no address was made has nowhere to lead. */
  function linkTo(...purposes: readonly MailedLink['purpose'][]): { readonly link?: MailLink } {
    const link = links.find(({ purpose }) => purposes.includes(purpose));
    const address = link && addresses[link.purpose];
    return link && address !== undefined ? { link: { label: link.label, button: link.button, address } } : {};
  }
  const cancel = linkTo('cancel');

  return {
    language: tag,
    direction,
    serviceName,
    heading: subject,
    greeting: frame.greeting,
    happened,
    facts: [
      [frame.when, format.time(at)],
      ...(ip === undefined ? [] : [[frame.address, foreign(ip)] as const]),
      ...(place === undefined ? [] : [[frame.place, foreign(place)] as const]),
      ...(device ? [[frame.device, foreign(frame.deviceName(device))] as const] : []),
    ],
    ...linkTo('open', 'finish'),
    ...(next !== undefined && { next }),
    ...((notYou !== undefined || cancel.link) && {
      notYou: { heading: frame.ifNotYou, ...cancel, ...(notYou !== undefined && { words: notYou }) },
    }),
    linkAddress: frame.linkAddress,
    signature: frame.signature(serviceName),
    footer: [frame.why(serviceName), ...(contact === undefined ? [] : [frame.contact(contact)])],
  };
}
