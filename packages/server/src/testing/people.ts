import assert from 'node:assert/strict';
import { ScureBase32Plugin } from '@otplib/plugin-base32-scure';
import type { User } from '../ports/users.ts';
import { codeAt } from '../totp/totp-code.fixture.ts';
import type { Browser, Reply } from './browser.ts';
import type { RunningKit } from './running-kit.ts';

/** Everybody's. */
export const PASSWORD = 'correct horse battery staple';

/** A person as a test may change them. */
export interface Person extends User {
  disabled?: boolean;
}

export const people = (): Person[] =>
  ['ada', 'grace', 'linus'].map((name) => ({
    id: `user-${name}`,
    name: `${name}@example.com`,
    displayName: name.charAt(0).toUpperCase() + name.slice(1),
    emails: [`${name}@example.com`],
  }));

const base32 = new ScureBase32Plugin();
const STEP = 30_000;

/** An authenticator app: what a person scanned, and the codes that it shows. */
export class AuthenticatorApp {
  readonly #secret: Uint8Array;

  constructor(secret: string) {
    this.#secret = base32.decode(secret);
  }

  codeAt(now: number): string {
    return codeAt(this.#secret, now);
  }

  /** Six digits that are right neither now nor in a step beside. */
  wrongCodeAt(now: number): string {
    const right = [now - STEP, now, now + STEP].map((at) => this.codeAt(at));
    return ['000000', '111111', '222222', '333333'].find((code) => !right.includes(code)) ?? '444444';
  }
}

/** What a person has after setting up an authenticator app. */
export interface Enrolled {
  readonly app: AuthenticatorApp;
  /** Made with a first factor; else empty. */
  readonly recoveryCodes: string[];
  readonly factorId: string;
}

/** A test that relies on an answer fails with all of it. */
export function expectStatus(reply: Reply, status: number): Reply {
  assert.equal(reply.status, status, reply.text);
  return reply;
}

/** A refusal, whole: status and code. */
export function expectProblem(reply: Reply, status: number, code: string): Reply {
  assert.deepEqual({ status: reply.status, code: reply.body['code'] }, { status, code }, reply.text);
  return reply;
}

/** Signs in with the password. */
export async function signIn(browser: Browser, name = 'ada'): Promise<Browser> {
  expectStatus(await browser.post('/sign-in', { login: `${name}@example.com`, password: PASSWORD }), 200);
  return browser;
}

/** Sets up an authenticator app in a session that may; half a minute passes twice, so that its next code is a new one. */
export async function addApp(kit: RunningKit, browser: Browser, name?: string): Promise<Enrolled> {
  const started = expectStatus(await browser.post('/totp'), 201);
  const app = new AuthenticatorApp(String(started.body['secret']));
  const factorId = String(started.body['id']);
  const code = app.codeAt(kit.clock.now());
  const confirmed = await browser.post(`/totp/${factorId}/confirm`, {
    code,
    ...(name !== undefined && { name }),
  });
  expectStatus(confirmed, 200);
  kit.clock.advance(2 * STEP);
  return { app, recoveryCodes: (confirmed.body['recoveryCodes'] ?? []) as string[], factorId };
}

/** Signs in and sets up a first authenticator app. */
export async function enrol(kit: RunningKit, browser: Browser, name = 'ada'): Promise<Enrolled> {
  await signIn(browser, name);
  return addApp(kit, browser);
}

/** Proves with a code that was not used before: the second half of a sign-in, or step-up. */
export async function prove(kit: RunningKit, browser: Browser, app: AuthenticatorApp): Promise<Reply> {
  kit.clock.advance(2 * STEP);
  return expectStatus(await browser.post('/challenge/totp', { code: app.codeAt(kit.clock.now()) }), 200);
}

/** The whole sign-in: password, then code. */
export async function signInFully(
  kit: RunningKit,
  browser: Browser,
  app: AuthenticatorApp,
  name = 'ada',
): Promise<Browser> {
  await signIn(browser, name);
  await prove(kit, browser, app);
  return browser;
}
