/** What `--help` prints, and docs/configuration.md shows. */
export const USAGE = `usage: mfa-kit <command> [--database URL] [--keys JSON] [--config FILE]

  doctor          look at database, clock, keys, jobs, mail, addresses and proxy of an installation, change nothing,
                  and say how to mend what is wrong; ends with 0 when all is well, 1 with warnings, 2 with problems,
                  or when it could not look;
                  with --config, or only half of it can be looked at; with --json for programs; with --probe it
                  signs in as nobody once, to see whose address the server believes
  migrate         bring the database up to date
  keys generate   print a key ring with one new key, k1 or the one of --id
  keys check      compare the ring with the database, and count what each key is still needed for
  keys rotate     seal every secret with the ring's current key, beside servers that go on;
                  may be stopped and run again
  backup          copy an SQLite database, beside a server that goes on, to the file of --to
  post-restore    void in a database that was restored from a backup what could be used twice;
                  with --backup-taken-at TIME; may be stopped and run again
  move            move everything from an SQLite database, --from sqlite:<path>, to an empty PostgreSQL one,
                  --to postgres://…, which is $DATABASE_URL unless given, and compare every row of both
  mails failed    list the mails that were given up; webhooks failed lists the webhooks
  mails retry     make them due again, all of them or the one of --id; so does webhooks retry
  report adoption print how many people have a factor, and how signing in went, with --month 2026-10;
                  as --format markdown (the default) or csv, of one --workspace or of all
  report review   print the checklist of a quarterly review, filled with what the database knows

On SQLite, migrate, post-restore and move refuse to run beside a server. All others may.

--database   sqlite:<path> or postgres://…            default: $DATABASE_URL
--keys       {"current":…,"keys":{…}} or file:<path>  default: $MFA_KEYS
--config     a module that gives what createMfa() takes, or a function that makes it, as its default export;
             database, keys and key provider are taken from it
`;
