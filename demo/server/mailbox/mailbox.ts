import { randomUUID } from 'node:crypto';
import { normalEmail } from '../accounts/accounts.ts';
import type { Clock } from '@mfa-kit/server';
import type { Database, Row } from '../database/database.ts';

/** One mail as one recipient got it. */
export interface ReceivedMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** ISO 8601, by the demo's clock. */
  readonly at: string;
}

/** Everybody's mail, kept in the database so that all processes on it see the same. */
export interface Mailbox {
  receive(mail: { to: readonly string[]; subject: string; text: string; html: string }): Promise<void>;
  /** Oldest first. @param wanted.since milliseconds since 1970, inclusive. */
  list(wanted?: { to?: string | undefined; since?: number | undefined }): Promise<ReceivedMail[]>;
  find(id: string): Promise<ReceivedMail | undefined>;
  empty(): Promise<void>;
}

export function openMailbox(database: Database, clock: Clock): Mailbox {
  return {
    async receive(mail) {
      for (const recipient of mail.to) {
        await database.run(
          'INSERT INTO demo_mails (id, recipient, subject, text_body, html_body, received_at) VALUES ($1, $2, $3, $4, $5, $6)',
          randomUUID(),
          normalEmail(recipient),
          mail.subject,
          mail.text,
          mail.html,
          clock.now(),
        );
      }
    },

    async list({ to, since } = {}) {
      const rows = await database.run(
        `SELECT * FROM demo_mails WHERE received_at >= $1 AND (recipient = $2 OR $2 = '') ORDER BY received_at, id`,
        since ?? Number.MIN_SAFE_INTEGER,
        to === undefined ? '' : normalEmail(to),
      );
      return rows.map(mailOf);
    },

    async find(id) {
      const [row] = await database.run('SELECT * FROM demo_mails WHERE id = $1', id);
      return row && mailOf(row);
    },

    async empty() {
      await database.run('DELETE FROM demo_mails');
    },
  };
}

function mailOf(row: Row): ReceivedMail {
  return {
    id: String(row['id']),
    to: String(row['recipient']),
    subject: String(row['subject']),
    text: String(row['text_body']),
    html: String(row['html_body']),
    at: new Date(Number(row['received_at'])).toISOString(),
  };
}
