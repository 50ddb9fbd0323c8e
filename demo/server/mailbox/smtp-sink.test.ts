import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createTransport } from 'nodemailer';
import type { Mailbox } from './mailbox.ts';
import { startSmtpSink, type SmtpSink } from './smtp-sink.ts';

type Received = Parameters<Mailbox['receive']>[0];

describe('the built-in mail server', () => {
  let sink: SmtpSink;
  let received: Received[];
  let failing = false;

  before(async () => {
    received = [];
    const mailbox = {
      receive(mail: Received) {
        if (failing) return Promise.reject(new Error('no database'));
        received.push(mail);
        return Promise.resolve();
      },
    };
    sink = await startSmtpSink(mailbox);
  });

  after(() => sink.close());

  function send(): Promise<unknown> {
    const transport = createTransport({ url: sink.url });
    return transport
      .sendMail({
        from: 'security@acme-notes.example',
        to: 'ada@example.com',
        bcc: 'joan@example.com',
        subject: 'Schlüssel ✓',
        text: 'Neu: 1 Gerät',
        html: '<p>Neu: 1 Gerät</p>',
      })
      .finally(() => {
        transport.close();
      });
  }

  it('delivers what came over SMTP, decoded, to every recipient of the envelope', async () => {
    await send();
    assert.deepEqual(received, [
      {
        to: ['ada@example.com', 'joan@example.com'],
        subject: 'Schlüssel ✓',
        text: 'Neu: 1 Gerät\n',
        html: '<p>Neu: 1 Gerät</p>\n',
      },
    ]);
  });

  it('refuses for the moment, so that the outbox tries again, when the mailbox cannot take it', async () => {
    failing = true;
    await assert.rejects(send(), { responseCode: 451 });
    failing = false;
  });
});
