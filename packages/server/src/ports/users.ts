/** A person, as the host knows them. */
export interface User {
  /** The host's own id; never shown to the person, never changes. */
  readonly id: string;
  /** What the person types to sign in, and what their authenticator app shows: an e-mail address or a user name. */
  readonly name: string;
  /** How to address the person. */
  readonly displayName: string;
  /** Every address that is told about security-relevant changes. */
  readonly emails: readonly string[];
  /** BCP 47 tag for mails; English when absent. */
  readonly language?: string;
  /** IANA time zone for the times in mails, such as `Europe/Berlin`; UTC when absent. */
  readonly timeZone?: string;
  /** The host's own id of the workspace that the person is in, where it has such; what happens to them is in its audit. */
  readonly workspace?: string;
  /** What the person is in their workspace, in the host's own word, such as `admin`; policy asks more of some roles than of others. */
  readonly role?: string;
  /** What the person's workspace has booked, in the host's own word, such as `enterprise`. */
  readonly tier?: string;
  /** A disabled person cannot sign in, and their sessions stop working at the next request. */
  readonly disabled?: boolean;
}

/** The host's people. The kit stores none of this: it asks. */
export interface Users {
  /** The person with this id, or `undefined`. Called for each request with a session: keep it quick. */
  find(id: string): Promise<User | undefined>;
  /**
   * Checks a password. Leave it out when the host has a sign-in of its own and calls `mfa.signIn()`.
   *
   * Rule B5: an unknown login has to take as long as a known one, so hash the password against a dummy for it.
   * @returns the person, or `undefined` for an unknown login and for a wrong password alike.
   */
  verifyPassword?(login: string, password: string): Promise<User | undefined>;
  /**
   * The person who signs in with this login, for account recovery. Called by a job, and by requests of support, who may know; never by
   * those of anybody else, so its time tells nobody anything.
   */
  findByLogin?(login: string): Promise<User | undefined>;
  /** Those who administer the person's workspace; they are told when the person came back by account recovery. */
  admins?(user: User): Promise<readonly User[]>;
  /**
   * The people of a workspace, for those who administer it, a page at a time and always in the same order.
   *
   * @param page.after The id of the last person of the page before; left out for the first page.
   * @param page.limit How many at most; fewer mean that there are no more.
   */
  members?(
    workspace: string,
    page: { readonly after?: string; readonly limit: number },
  ): Promise<readonly User[]>;
}
