import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { after, before, beforeEach, describe, it } from 'node:test';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerEnvelope } from 'smtp-server';
import { smtpMailer, type Mail, type Mailer } from './mailer.ts';

interface Received {
  readonly envelope: SMTPServerEnvelope;
  readonly mail: Email;
}

const mail: Mail = {
  id: '019bc186de000001abcdef',
  to: ['ada@example.com', 'Ada.Home@example.org'],
  subject: 'Acme Notes: Zweiter Schritt ✓',
  text: 'Hello Ädä,\n\nit is on.\n',
  html: '<p>Hello Ädä, it is on.</p>\n',
};

describe('mail over SMTP', () => {
  const received: Received[] = [];
  let refusing: number | undefined;
  let server: SMTPServer;
  let mailer: Mailer;

  before(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      logger: false,
      onData(stream, session, done) {
        void buffer(stream).then(async (content) => {
          if (refusing !== undefined) {
            done(Object.assign(new Error('not now'), { responseCode: refusing }));
            return;
          }
          received.push({ envelope: session.envelope, mail: await PostalMime.parse(content) });
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

  it('arrives whole: sender, every recipient, subject, text and HTML', async () => {
    await mailer.send(mail);
    const [{ envelope, mail: got } = assert.fail('nothing arrived')] = received;
    assert.equal(envelope.mailFrom && envelope.mailFrom.address, 'security@acme.example');
    assert.deepEqual(
      envelope.rcptTo.map(({ address }) => address),
      mail.to,
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

  it('cannot be given more headers or recipients through what a person chose', async () => {
    const subject = 'Hello\r\nBcc: eve@example.com\r\n\r\n<b>';
    await mailer.send({ ...mail, to: ['ada@example.com'], subject });
    const [{ envelope, mail: got } = assert.fail('nothing arrived')] = received;
    assert.equal(envelope.rcptTo.length, 1);
    assert.equal(got.bcc, undefined);
    assert.equal(got.html?.trimEnd(), mail.html.trimEnd());
  });

  for (const code of [451, 550]) {
    it(`rejects when the server answers ${code}: the outbox keeps the mail`, async () => {
      refusing = code;
      await assert.rejects(mailer.send(mail), { responseCode: code });
      refusing = undefined;
      await mailer.send(mail);
      assert.equal(received.length, 1);
    });
  }

  it('rejects when there is no server', async () => {
    const unused = createServer().listen(0, '127.0.0.1');
    await once(unused, 'listening');
    const { port } = unused.address() as AddressInfo;
    await new Promise((resolve) => unused.close(resolve));
    const nowhere = smtpMailer({ url: `smtp://127.0.0.1:${port}`, from: 'a@example.com' });
    await assert.rejects(nowhere.send(mail), /ECONNREFUSED/);
    nowhere.close?.();
  });
});
