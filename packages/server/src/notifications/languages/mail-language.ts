import type { Device, NoticeFacts, NoticeName } from '../notice.ts';

/** A link that a mail carries, with what it is for. */
export interface MailedLink {
  readonly purpose: 'open' | 'finish' | 'cancel';
  /** A whole sentence before the link, ending in a colon. */
  readonly label: string;
  /** What the button says. */
  readonly button: string;
}

/** The words of one mail. None of them is a name that somebody gave themselves or a device: mail programs turn some into links (rule B6). */
export interface NoticeText {
  readonly subject: string;
  readonly happened: string;
  /** What comes next, or what the person does now. */
  readonly next?: string;
  /** What to do if it was not the person; it stands under a heading that says so. */
  readonly notYou?: string;
  /** Only where there is no other way: a habit of clicking in security mails is what phishers live on (rule B6). */
  readonly links?: readonly MailedLink[];
}

/** How moments are told: in the mail's language, and in the person's time zone. */
export interface MailFormat {
  /** `15 January 2026 at 12:30 UTC`. @param at Milliseconds. */
  readonly time: (at: number) => string;
  /** `15 January 2026`. @param at Milliseconds. */
  readonly date: (at: number) => string;
}

/** Makes the words of one mail out of its facts. */
export type NoticeWords = (facts: NoticeFacts, format: MailFormat) => NoticeText;

/** The words of some mails, one entry each. */
export type NoticeTexts<Name extends NoticeName> = Readonly<Record<Name, NoticeWords>>;

/** What all mails have in common. */
export interface FrameTexts {
  readonly greeting: string;
  /** Headings of the facts. */
  readonly when: string;
  readonly address: string;
  readonly place: string;
  readonly device: string;
  /** A browser and its system, `Firefox on Linux`; at least one of them is known. */
  readonly deviceName: (device: Device) => string;
  readonly ifNotYou: string;
  /** Before the address of a link, for those whose mail program shows no button. */
  readonly linkAddress: string;
  readonly signature: (serviceName: string) => string;
  /** Why the person got the mail. */
  readonly why: (serviceName: string) => string;
  /** How to reach those who run the service, in the host's words. */
  readonly contact: (contact: string) => string;
}

/** Everything that mails say in one language. */
export interface MailLanguage {
  readonly frame: FrameTexts;
  readonly notices: NoticeTexts<NoticeName>;
}

/** A language of a host's own, or what it says otherwise than the kit; a mail that it has no words for is in English. */
export interface PartialMailLanguage {
  readonly frame?: Partial<FrameTexts>;
  readonly notices?: Partial<NoticeTexts<NoticeName>>;
}
