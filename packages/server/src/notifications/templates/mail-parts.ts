/** A link of a mail. */
export interface MailLink {
  /** A whole sentence, ending in a colon. */
  readonly label: string;
  readonly button: string;
  readonly address: string;
}

/**
 * What a mail says, in the order in which it says it. Text and HTML are made of this and of nothing else, so that they say the same. All of
 * it is plain text.
 */
export interface MailParts {
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly serviceName: string;
  readonly heading: string;
  readonly greeting: string;
  readonly happened: string;
  /** When, from where, with what: a name and a value each. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** What the person may do now. */
  readonly link?: MailLink;
  readonly next?: string;
  /** What to do if it was not the person. */
  readonly notYou?: { readonly heading: string; readonly link?: MailLink; readonly words?: string };
  /** Stands before the address of a link, below its button. */
  readonly linkAddress: string;
  readonly signature: string;
  readonly footer: readonly string[];
}
