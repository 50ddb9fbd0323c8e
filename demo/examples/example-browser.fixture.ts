import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { generateKeyRing, type Mfa, type MfaConfiguration } from '@mfa-kit/server';
import { currentCode } from '../shared/totp.ts';
import { parseOtpAccount } from '../shared/otpauth.ts';

type Body = Record<string, unknown>;

/** A running example, with a clock that tests move. */
export interface RunningExample {
  readonly mfa: Mfa;
  readonly clock: { now(): number; advance(milliseconds: number): void };
  browser(): ExampleBrowser;
  close(): Promise<void>;
}

export async function startExample(
  make: (
    configuration: Pick<MfaConfiguration, 'publicUrl' | 'database' | 'keys' | 'clock'>,
  ) => Promise<{ readonly app: Express; readonly mfa: Mfa }>,
): Promise<RunningExample> {
  let time = Date.UTC(2026, 0, 15, 12);
  const clock = { now: () => time, advance: (milliseconds: number) => void (time += milliseconds) };
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const publicUrl = `http://localhost:${port}`;
  const { app, mfa } = await make({
    publicUrl,
    database: 'sqlite::memory:',
    keys: generateKeyRing(),
    clock,
  });
  server.on('request', app);
  return {
    mfa,
    clock,
    browser: () => new ExampleBrowser(`http://127.0.0.1:${port}`),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      await mfa.close();
    },
  };
}

/** Keeps cookies as a browser does, and sends the CSRF value of the newest session view. */
export class ExampleBrowser {
  readonly cookies = new Map<string, string>();
  readonly #base: string;
  #csrf = '';

  constructor(base: string) {
    this.#base = base;
  }

  async call(method: 'GET' | 'POST', path: string, body?: Body): Promise<{ status: number; body: Body }> {
    const response = await fetch(`${this.#base}${path}`, {
      method,
      headers: {
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/json',
        'x-mfa-csrf': this.#csrf,
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    });
    for (const header of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
      if (value === '' || /Max-Age=0|Expires=Thu, 01 Jan 1970/.test(header)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const text = await response.text();
    const answer = (text === '' ? {} : JSON.parse(text)) as Body;
    const view = (answer['session'] ?? answer) as Body;
    if (typeof view['csrf'] === 'string') this.#csrf = view['csrf'];
    return { status: response.status, body: answer };
  }

  /** Sets up an authenticator app. @returns the code that it shows at a time. */
  async enrol(now: number): Promise<(now: number) => Promise<string>> {
    const { body } = await this.call('POST', '/mfa/totp');
    const account = parseOtpAccount(String(body['uri']));
    assert.ok(account);
    const codeAt = async (time: number): Promise<string> => (await currentCode(account, time)).code;
    const confirmed = await this.call('POST', `/mfa/totp/${String(body['id'])}/confirm`, {
      code: await codeAt(now),
    });
    assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body));
    return codeAt;
  }
}
