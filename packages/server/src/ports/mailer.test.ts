import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { after, before, beforeEach, describe, it } from 'node:test';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerEnvelope } from 'smtp-server';
import { MailRefused, MailServerAway, smtpMailer, type Mail, type Mailer } from './mailer.ts';

interface Received {
  readonly envelope: SMTPServerEnvelope;
  readonly mail: Email;
  readonly source: string;
}

/** What the server says no to, and how: `550 5.1.1 no such mailbox`. */
interface Refusal {
  readonly at: 'MAIL' | 'RCPT' | 'DATA';
  readonly says: string;
}

const mail: Mail = {
  id: '019bc186de000001abcdef',
  to: 'Ada.Home@example.org',
  subject: 'Acme Notes: Zweiter Schritt ✓',
  text: 'Hello Ädä,\n\nit is on.\n',
  html: '<p>Hello Ädä, it is on.</p>\n',
  language: 'de-AT',
};

describe('mail over SMTP', () => {
  const received: Received[] = [];
  let refusing: Refusal | undefined;
  let server: SMTPServer;
  let mailer: Mailer;

  const refusalAt = (at: Refusal['at']): Error | null => {
    const [, code, words] = /^(\d+) (.*)$/.exec(refusing?.at === at ? refusing.says : '') ?? [];
    return code === undefined ? null : Object.assign(new Error(words), { responseCode: Number(code) });
  };

  before(async () => {
    server = new SMTPServer({
      onMailFrom: (_address, _session, done) => {
        done(refusalAt('MAIL'));
      },
      onRcptTo: (_address, _session, done) => {
        done(refusalAt('RCPT'));
      },
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      logger: false,
      onData(stream, session, done) {
        void buffer(stream).then(async (content) => {
          const refusal = refusalAt('DATA');
          if (refusal) {
            done(refusal);
            return;
          }
          received.push({
            envelope: session.envelope,
            mail: await PostalMime.parse(content),
            source: content.toString('latin1'),
          });
          done();
        });
      },
    });
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    const { port } = server.server.address() as AddressInfo;
    mailer = smtpMailer({
      url: `smtp://127.0.0.1:${port}`,
      from: 'Acme Notes <security@acme.example>',
    });
  });
  after(async () => {
    mailer.close?.();
    await new Promise<void>((resolve) => server.close(resolve));
  });
  beforeEach(() => {
    received.length = 0;
    refusing = undefined;
  });

  it('arrives whole: sender, recipient, subject, text and HTML', async () => {
    await mailer.send(mail);
    const [{ envelope, mail: got } = assert.fail('nothing arrived')] = received;
    assert.equal(envelope.mailFrom && envelope.mailFrom.address, 'security@acme.example');
    assert.deepEqual(
      envelope.rcptTo.map(({ address }) => address),
      [mail.to],
    );
    assert.deepEqual(got.from, { name: 'Acme Notes', address: 'security@acme.example' });
    // A mail ends with a line break in any case.
    assert.deepEqual(
      [got.subject, got.text?.trimEnd(), got.html?.trimEnd()],
      [mail.subject, mail.text.trimEnd(), mail.html.trimEnd()],
    );
  });

  it('has a Message-ID made from its own id, the same at each try', async () => {
    await mailer.send(mail);
    await mailer.send(mail);
    assert.deepEqual(
      received.map(({ mail: got }) => got.messageId),
      [`<${mail.id}@acme.example>`, `<${mail.id}@acme.example>`],
    );
  });

  it('says that a machine sent it, so that nobody is answered by an out-of-office note', async () => {
    await mailer.send(mail);
    const header = received[0]!.mail.headers.find(({ key }) => key === 'auto-submitted');
    assert.equal(header?.value, 'auto-generated');
  });

  it('says in which language it is', async () => {
    await mailer.send(mail);
    const header = received[0]!.mail.headers.find(({ key }) => key === 'content-language');
    assert.equal(header?.value, 'de-AT');
  });

  it('is text and HTML of one message, in lines and letters that every mail server passes on', async () => {
    const words = 'Übermäßig lange Zeile ✓ ';
    const text = `${words.repeat(100)}\n.\n${'x'.repeat(2_000)}\n`;
    await mailer.send({ ...mail, text, html: `<p>${text}</p>\n` });
    const [{ mail: got, source } = assert.fail('nothing arrived')] = received;
    assert.match(source, /^Content-Type: multipart\/alternative;/m);
    assert.ok(source.indexOf('text/plain') < source.indexOf('text/html'), 'the better one last');
    assert.ok(source.split('\r\n').every((line) => line.length <= 998 && /^[\x20-\x7e\t]*$/.test(line)));
    assert.equal(got.text?.trimEnd(), text.trimEnd());
    assert.equal(got.html?.trimEnd(), `<p>${text}</p>`);
  });

  it('cannot be given more headers or recipients through what a person chose', async () => {
    const subject = 'Hello\r\nBcc: eve@example.com\r\n\r\n<b>';
    await mailer.send({ ...mail, to: 'ada@example.com', subject });
    const [{ envelope, mail: got } = assert.fail('nothing arrived')] = received;
    assert.equal(envelope.rcptTo.length, 1);
    assert.equal(got.bcc, undefined);
    assert.equal(got.html?.trimEnd(), mail.html.trimEnd());
  });

  for (const to of ['eve@example.com, ada@example.com', 'eve@example.com\r\nBcc: ada@example.com']) {
    it(`reaches no second address through what a host calls one: ${JSON.stringify(to)}`, async () => {
      await mailer.send({ ...mail, to }).catch(() => undefined);
      assert.ok(received.every(({ envelope, mail: got }) => envelope.rcptTo.length === 1 && !got.bcc));
    });
  }

  it('rejects as refused for good what is no address', async () => {
    await assert.rejects(mailer.send({ ...mail, to: '' }), MailRefused);
  });

  for (const [at, says] of [
    ['RCPT', '550 5.1.1 no such mailbox'],
    ['RCPT', '553 no mailbox of that name'],
    ['DATA', '552 5.2.3 too large'],
  ] as const) {
    it(`rejects as refused for good what the server answers "${says}" to: no try helps`, async () => {
      refusing = { at, says };
      await assert.rejects(mailer.send(mail), (error: Error) => {
        assert.ok(error instanceof MailRefused);
        assert.ok(error.message.includes(says), error.message);
        return true;
      });
    });
  }

  for (const [at, says] of [
    ['RCPT', '450 4.2.1 mailbox busy'],
    ['RCPT', '554 5.7.1 relay access denied'],
    ['DATA', '451 4.3.0 later'],
    ['DATA', '550 5.7.1 looks like spam'],
  ] as const) {
    it(`rejects as not taken for now what the server answers "${says}" to: the outbox keeps the mail`, async () => {
      refusing = { at, says };
      await assert.rejects(mailer.send(mail), (error: Error) => {
        assert.ok(!(error instanceof MailRefused || error instanceof MailServerAway));
        return true;
      });
      refusing = undefined;
      await mailer.send(mail);
      assert.equal(received.length, 1);
    });
  }

  for (const [at, says] of [
    ['MAIL', '452 4.3.1 no space left'],
    ['MAIL', '550 5.1.8 sender refused'],
    ['RCPT', '421 4.3.2 shutting down'],
  ] as const) {
    it(`rejects as away a server that answers "${says}": it takes no mail of ours`, async () => {
      refusing = { at, says };
      await assert.rejects(mailer.send(mail), MailServerAway);
    });
  }

  it('rejects as away when there is no server', async () => {
    const unused = createServer().listen(0, '127.0.0.1');
    await once(unused, 'listening');
    const { port } = unused.address() as AddressInfo;
    await new Promise((resolve) => unused.close(resolve));
    const nowhere = smtpMailer({ url: `smtp://127.0.0.1:${port}`, from: 'a@example.com' });
    await assert.rejects(nowhere.send(mail), MailServerAway);
    nowhere.close?.();
  });
});
