/** `problem`: people are, or will be, let down. `warning`: it works, and is not as it should be. `hint`: good to know. */
export type Level = 'problem' | 'warning' | 'hint';

/** What the doctor looks at, in this order. */
export const AREAS = ['database', 'clock', 'keys', 'jobs', 'mail', 'web', 'proxy', 'origin'] as const;
export type Area = (typeof AREAS)[number];

/** An area that is judged by what the database says, which did not say it. */
const NOT_SAID = {
  level: 'problem',
  what: 'A question to the database failed, so that nothing can be said about this.',
  mend: 'See what was found and the log of the database, mend that, and run the doctor again.',
} as const;

/** What can be found, and how it is mended: the words of the command line and of docs/operators/doctor.md. */
export const FINDINGS = {
  'database.configuration': {
    level: 'problem',
    what: 'What `createMfa()` is given has mistakes; it does not start with them.',
    mend: 'Correct what is named; docs/configuration.md has every setting.',
  },
  'database.away': {
    level: 'problem',
    what: 'The database does not answer.',
    mend: 'Start it, or correct the address, the user or the password. Until then everybody is refused with `unavailable`.',
  },
  'database.missing': {
    level: 'problem',
    what: 'There is no such SQLite file.',
    mend: 'Correct the path; where the kit has never been started, run `migrate` or start it.',
  },
  'database.memory': {
    level: 'problem',
    what: 'The database is in memory: everything is forgotten when the process ends.',
    mend: 'Give `database` a file, `sqlite:/var/lib/acme/mfa.sqlite`, or a PostgreSQL.',
  },
  'database.migrations': {
    level: 'warning',
    what: 'Migrations are still to be applied.',
    mend: 'Run `migrate`, or start the new version, which does it.',
  },
  'database.newer': {
    level: 'problem',
    what: 'The database was brought up to date by a newer version of the kit.',
    mend: 'Run the newer version, of the command line too: migrations only go forward.',
  },
  'database.journal': {
    level: 'problem',
    what: 'The SQLite file has no write-ahead log, so that whoever reads holds up whoever writes.',
    mend: 'Put the file on a local disk: file systems of a network cannot have one.',
  },
  'database.log': {
    level: 'warning',
    what: 'The write-ahead log is long, and grows: something has been reading for a long time.',
    mend: 'End backups and prompts that hold the file open; the log is then folded in by itself.',
  },
  'database.room': {
    level: 'problem',
    what: 'The disk of the database is almost full. When it is full, nobody can sign in.',
    mend: 'Make room, or enlarge the disk. Shorten `audit.retention` if it is the audit that fills it.',
  },
  'database.file': {
    level: 'warning',
    what: 'Other users of the machine can read the SQLite file.',
    mend: 'Run `chmod 600` on it, and `chmod 700` on its folder.',
  },
  'database.version': {
    level: 'problem',
    what: 'PostgreSQL is older than 14, and not maintained any more.',
    mend: 'Upgrade it; the kit is tested on 18.',
  },
  'database.read-only': {
    level: 'problem',
    what: 'The database takes no changes: it is a replica, or set to read only.',
    mend: 'Give `database` the address of the primary.',
  },
  'database.create': {
    level: 'warning',
    what: 'The user of the database may not create tables, which migrations do.',
    mend: 'Run `migrate` as a user who may, before each new version, or `GRANT CREATE ON SCHEMA` to this one.',
  },
  'database.fsync': {
    level: 'problem',
    what: 'PostgreSQL runs without `fsync` or `full_page_writes`: a power cut may destroy the database.',
    mend: 'Set both to `on` in postgresql.conf, and reload.',
  },
  'database.commits': {
    level: 'problem',
    what: 'PostgreSQL answers before it has written (`synchronous_commit` is off): after a crash a spent code could be used again.',
    mend: 'Set `synchronous_commit` to `on` for the kit’s user or database: `ALTER DATABASE … SET synchronous_commit = on`.',
  },
  'database.isolation': {
    level: 'warning',
    what: 'Transactions are not `read committed` by default, which only makes the kit repeat them.',
    mend: "Run `ALTER ROLE … SET default_transaction_isolation = 'read committed'` for the kit’s user.",
  },
  'database.connections': {
    level: 'warning',
    what: 'PostgreSQL has few connections left for what a process of the kit may open.',
    mend: 'Raise `max_connections` or the limit of the database or user, or put a pooler in between.',
  },
  'database.idle': {
    level: 'hint',
    what: 'PostgreSQL ends connections that are idle (`idle_session_timeout`), which the kit then opens anew.',
    mend: 'Switch it off for the kit’s user: `ALTER ROLE … SET idle_session_timeout = 0`.',
  },
  'database.tls': {
    level: 'warning',
    what: 'The connection to PostgreSQL leaves this machine, and is not encrypted.',
    mend: 'Add `?sslmode=verify-full` to the address, and require TLS in pg_hba.conf (`hostssl`).',
  },
  'database.months': {
    level: 'warning',
    what: 'The audit has no table for the next month yet; its events would be put aside, where deleting them takes longer.',
    mend: 'Call `mfa.jobs.start()` in one process at least, which makes it, as a user who may create tables.',
  },
  'clock.apart': {
    level: 'problem',
    what: 'The clock that the kit goes by and the one of `publicUrl` are more than 20 seconds apart: codes of authenticator apps are refused.',
    mend: 'Keep both in step with NTP; of the two, correct the one that differs from https://time.is.',
  },
  'clock.drifting': {
    level: 'warning',
    what: 'The clock that the kit goes by and the one of `publicUrl` are more than 3 seconds apart.',
    mend: 'See that NTP runs on both: `timedatectl`, or `chronyc tracking`.',
  },
  'clock.machine': {
    level: 'warning',
    what: 'The clock of this machine differs from the database’s by more than 3 seconds. The kit goes by the database’s; logs do not.',
    mend: 'See that NTP runs on both: `timedatectl`, or `chronyc tracking`.',
  },
  'clock.failed': NOT_SAID,
  'keys.ring': {
    level: 'problem',
    what: 'The key ring cannot be read: the kit does not start with it.',
    mend: 'Correct what is named; `keys generate` shows the form. With a key service, see that it answers this machine.',
  },
  'keys.missing': {
    level: 'problem',
    what: 'Keys that something stored needs are not in the ring: the kit does not start with it.',
    mend: 'Add them back under their names; docs/operators/keys.md says where they may be, and what to do when they are gone.',
  },
  'keys.other': {
    level: 'problem',
    what: 'Keys of the ring are not the ones that this database was written with: the kit does not start with it.',
    mend: 'Give it the ring that it was made with; that of another installation does not fit.',
  },
  'keys.unfinished': {
    level: 'warning',
    what: 'Secrets are sealed with other keys than the current one.',
    mend: 'Run `keys rotate`; it may run beside servers, and be stopped and run again.',
  },
  'keys.removable': {
    level: 'hint',
    what: 'Keys of the ring are needed by nothing any more.',
    mend: 'Take them out, if no process has them as its current key, and keep them for as long as there are backups that need them.',
  },
  'keys.file': {
    level: 'warning',
    what: 'Other users of the machine can read the file with the keys.',
    mend: 'Run `chmod 600` on it.',
  },
  'keys.failed': NOT_SAID,
  'jobs.mail-late': {
    level: 'problem',
    what: 'A mail has been waiting for more than 10 minutes.',
    mend: 'See that one process calls `mfa.jobs.start()`, then follow docs/operators/mail-down.md.',
  },
  'jobs.mail-given-up': {
    level: 'warning',
    what: 'Mails were given up.',
    mend: '`mails failed` says which and why; `mails retry` tries them again.',
  },
  'jobs.webhook-late': {
    level: 'problem',
    what: 'A webhook has been waiting for more than 10 minutes.',
    mend: 'See that one process calls `mfa.jobs.start()`, then follow docs/operators/webhook-failing.md.',
  },
  'jobs.webhook-given-up': {
    level: 'warning',
    what: 'Webhooks were given up.',
    mend: '`webhooks failed` says which and why; `webhooks retry` tries them again.',
  },
  'jobs.not-swept': {
    level: 'problem',
    what: 'What ended more than an hour ago was not swept away: no process runs the jobs.',
    mend: 'Call `mfa.jobs.start()` in one process at least.',
  },
  'jobs.behind': {
    level: 'problem',
    what: 'What is old is deleted by a time that is more than a day behind the clock: no process ran the jobs for long, or the clock was set ahead.',
    mend: 'See that the clock is right, and that one process calls `mfa.jobs.start()`. If both are so, it comes up by itself, twelve days each day.',
  },
  'jobs.failed': NOT_SAID,
  'mail.none': {
    level: 'warning',
    what: 'There is no mailer: people are not told of changes to their account.',
    mend: 'Give `mailer`, `smtpMailer({ url, from })` or one of your own.',
  },
  'mail.unknown': {
    level: 'hint',
    what: 'The mailer is the host’s own and has no `check()`, so that nothing can be said about it.',
    mend: 'Give it a `check()` that connects and signs in without sending.',
  },
  'mail.away': {
    level: 'problem',
    what: 'The mail server does not answer, or its certificate is not believed.',
    mend: 'Correct address and port, and see that a firewall lets this machine out; docs/operators/mail-down.md.',
  },
  'mail.refused': {
    level: 'problem',
    what: 'The mail server does not let the kit in.',
    mend: 'Correct user and password in the address of the mail server; some providers want a password for applications.',
  },
  'mail.open': {
    level: 'warning',
    what: 'The way to the mail server leaves this machine, and is not encrypted.',
    mend: 'Use `smtps://` or a server that offers STARTTLS.',
  },
  'mail.domain': {
    level: 'hint',
    what: 'Whether others believe mails from the sender’s domain, only its DNS says.',
    mend: 'Have SPF, DKIM and DMARC records for it, and look at one mail’s `Authentication-Results`.',
  },
  'web.away': {
    level: 'problem',
    what: 'Nothing answers at `publicUrl`.',
    mend: 'Start the application and what is in front of it; see that this machine resolves the name and believes the certificate.',
  },
  'web.other': {
    level: 'problem',
    what: 'What answers at `publicUrl` and `basePath` is not the kit of this configuration.',
    mend: 'Mount `mfa.router` at `basePath`, let the proxy pass the path on as it is, and give both the same `publicUrl`.',
  },
  'web.local': {
    level: 'hint',
    what: '`publicUrl` is http on localhost: cookies go without `__Host-`, and nobody else can sign in.',
    mend: 'For people, use https.',
  },
  'web.cached': {
    level: 'problem',
    what: 'Answers of the kit arrive without `Cache-Control: no-store`: something in between could keep, and give away, what belongs to one person.',
    mend: 'Let the proxy pass the header on, and cache nothing below `basePath`.',
  },
  'web.cookies': {
    level: 'problem',
    what: 'The kit’s cookies arrive otherwise than it sends them: browsers will not keep them, or will show them to others.',
    mend: 'Let the proxy leave `Set-Cookie` alone: no other path, domain, or attributes.',
  },
  'web.hsts': {
    level: 'warning',
    what: 'Answers over https have no `Strict-Transport-Security`.',
    mend: 'Add it where TLS ends: `max-age=31536000; includeSubDomains`.',
  },
  'proxy.everybody': {
    level: 'problem',
    what: '`trustedProxies` believes everybody: whoever writes `X-Forwarded-For` chooses the address that limits and audit go by.',
    mend: 'Name your proxies alone, by address or by the range of their own network.',
  },
  'proxy.forged': {
    level: 'problem',
    what: 'An address that the doctor made up and wrote into `X-Forwarded-For` was believed: whoever does the same chooses the address that limits and audit go by.',
    mend: 'Let the proxy add to the header, or replace it (`proxy_set_header X-Forwarded-For $remote_addr` in nginx), and let nobody reach the application past it.',
  },
  'proxy.unproven': {
    level: 'hint',
    what: 'Whether a made-up `X-Forwarded-For` is believed could not be tried.',
    mend: 'It takes a `users.verifyPassword` that answers, and a kit at `publicUrl` that writes to this database.',
  },
  'proxy.unnamed': {
    level: 'problem',
    what: 'The newest events all come from one address of an own network: that of a proxy, so that all people share its limits.',
    mend: 'Name it in `trustedProxies`.',
  },
  'proxy.likely': {
    level: 'hint',
    what: '`publicUrl` is https and `trustedProxies` is empty: where something else than the application ends TLS, that is a proxy.',
    mend: 'Name it in `trustedProxies`, unless it hands the connection on as it is.',
  },
  'proxy.failed': NOT_SAID,
  'origin.related': {
    level: 'problem',
    what: '`/.well-known/webauthn` does not list `passkeys.relatedOrigins`: browsers refuse the passkeys there.',
    mend: 'Mount `mfa.wellKnown` at the root of the host that is the RP ID.',
  },
  'origin.endpoints': {
    level: 'warning',
    what: '`/.well-known/passkey-endpoints` does not answer with `passkeys.enrollUrl` and `passkeys.manageUrl`.',
    mend: 'Mount `mfa.wellKnown` at the root.',
  },
  'origin.parent': {
    level: 'hint',
    what: 'The RP ID is a parent domain of `publicUrl`: whoever has a page below it can ask for its passkeys.',
    mend: 'See that every name below it is yours. It cannot be changed without losing the passkeys.',
  },
} as const satisfies Record<string, { readonly level: Level; readonly what: string; readonly mend: string }>;

export type FindingCode = keyof typeof FINDINGS;

/** Something that was found, in words. */
export interface Finding {
  readonly code: FindingCode;
  readonly level: Level;
  readonly what: string;
  /** What it is about here: names, numbers. Nothing secret (rule K6). */
  readonly detail?: string;
  readonly mend: string;
}

/** How one area is. */
export interface Diagnosis {
  readonly area: Area;
  readonly findings: readonly Finding[];
  /** Why it could not be looked at. */
  readonly notChecked?: string;
}

export const found = (code: FindingCode, detail?: string): Finding => ({
  code,
  ...FINDINGS[code],
  ...(detail !== undefined && { detail }),
});

/** A finding where something holds, and none where it does not. */
export const foundIf = (holds: boolean, code: FindingCode, detail?: string): readonly Finding[] =>
  holds ? [found(code, detail)] : [];
