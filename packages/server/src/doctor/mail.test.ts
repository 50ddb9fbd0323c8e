import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { MailServerAway, MailServerRefuses, smtpMailer, type MailerState } from '../ports/mailer.ts';
import type { Finding } from './finding.ts';
import { examineMail } from './mail.ts';

const codes = (findings: readonly Finding[]): readonly string[] => findings.map(({ code }) => code);
const FROM = 'Acme Notes <security@example.com>';

describe('the doctor on mail', () => {
  /** Wants a user, and offers STARTTLS with a certificate that nobody signed. */
  const server = new SMTPServer({
    disableReverseLookup: true,
    logger: false,
    onAuth({ username, password }, _session, done) {
      if (username === 'acme' && password === 'right') done(null, { user: username });
      else done(new Error('no such user'));
    },
    onData(_stream, _session, done) {
      taken += 1;
      done();
    },
  });
  let taken = 0;
  let port: number;
  before(async () => {
    // Clients that do not believe the certificate hang up in the middle.
    server.on('error', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    port = (server.server.address() as AddressInfo).port;
  });
  after(() => new Promise<void>((closed) => server.close(closed)));

  const TRUSTING = '?tls.rejectUnauthorized=false';
  async function examine(login: string, query = TRUSTING): Promise<readonly Finding[]> {
    const mailer = smtpMailer({ url: `smtp://${login}127.0.0.1:${port}/${query}`, from: FROM });
    const findings = await examineMail(mailer);
    mailer.close?.();
    return findings;
  }

  it('finds nothing wrong with a server that takes its user, over TLS, and sends nothing', async () => {
    const mailer = smtpMailer({ url: `smtp://acme:right@127.0.0.1:${port}/${TRUSTING}`, from: FROM });
    assert.deepEqual(await mailer.check?.(), { encrypted: true, local: true, sender: 'example.com' });
    mailer.close?.();
    assert.deepEqual(await examine('acme:right@'), []);
    assert.equal(taken, 0);
  });

  it('finds a user who is not let in, and does not repeat the password (K6)', async () => {
    const findings = await examine('acme:wrong-secret@');
    assert.deepEqual(codes(findings), ['mail.refused']);
    assert.match(findings[0]?.detail ?? '', /535/);
    assert.doesNotMatch(findings[0]?.detail ?? '', /wrong-secret/);
  });

  it('finds a certificate that is not believed, and a server that is not there', async () => {
    const untrusted = await examine('acme:right@', '');
    assert.deepEqual(codes(untrusted), ['mail.away']);
    assert.match(untrusted[0]?.detail ?? '', /certificate/);
    const away = await examineMail(smtpMailer({ url: 'smtp://127.0.0.1:1', from: FROM }));
    assert.deepEqual(codes(away), ['mail.away']);
    assert.match(away[0]?.detail ?? '', /ECONNREFUSED/);
  });

  it('finds that there is no mailer, and says when one cannot be asked', async () => {
    assert.deepEqual(codes(await examineMail(undefined)), ['mail.none']);
    assert.deepEqual(codes(await examineMail({ send: () => Promise.resolve() })), ['mail.unknown']);
  });

  const state = async (change: Partial<MailerState>): Promise<readonly Finding[]> =>
    examineMail({
      send: () => Promise.resolve(),
      check: () => Promise.resolve({ encrypted: true, local: false, sender: 'example.com', ...change }),
    });

  it('finds a way out that is not encrypted, and reminds of what the DNS has to say', async () => {
    const findings = await state({});
    assert.deepEqual(codes(findings), ['mail.domain']);
    assert.equal(findings[0]?.detail, 'example.com');
    assert.deepEqual(codes(await state({ encrypted: false })), ['mail.open', 'mail.domain']);
  });

  it('takes the word of a mailer of the host\u2019s own', async () => {
    for (const [error, code] of [
      [new MailServerAway('closed'), 'mail.away'],
      [new MailServerRefuses('who are you'), 'mail.refused'],
      [new TypeError('fetch failed'), 'mail.away'],
    ] as const) {
      const check = (): Promise<never> => Promise.reject(error);
      const findings = await examineMail({ send: () => Promise.resolve(), check });
      assert.deepEqual(
        findings.map((one) => [one.code, one.detail]),
        [[code, error.message]],
      );
    }
  });
});
