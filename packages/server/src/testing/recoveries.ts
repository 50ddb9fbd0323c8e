import assert from 'node:assert/strict';
import type { Mail } from '../ports/mailer.ts';
import type { Browser } from './browser.ts';
import { expectStatus } from './people.ts';
import type { RunningKit } from './running-kit.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The mails that a person got while something was done, jobs included. */
export async function mailsOf(
  kit: RunningKit,
  work: () => Promise<unknown>,
  name = 'ada',
): Promise<readonly Mail[]> {
  await kit.mfa.jobs.runDue();
  const earlier = kit.mails.length;
  await work();
  await kit.mfa.jobs.runDue();
  return kit.mails.slice(earlier).filter(({ to }) => to.includes(`${name}@example.com`));
}

/** The token of a link in a mail. */
export function tokenOf(mail: Mail | undefined, purpose: 'open' | 'finish' | 'cancel'): string {
  const token = new RegExp(`/recover#${purpose}=([\\w-]{43})$`, 'm').exec(mail?.text ?? '')?.[1];
  assert.ok(token, `no link to ${purpose} in: ${mail?.text ?? 'no mail'}`);
  return token;
}

export const subjects = (mails: readonly Mail[]): readonly string[] =>
  mails.map(({ subject }) => subject.replace('Test Notes: ', ''));

/** Lets time pass, and the jobs run. */
export async function pass(kit: RunningKit, milliseconds: number): Promise<void> {
  kit.clock.advance(milliseconds);
  await kit.mfa.jobs.runDue();
}

/** Lets everything that is open come to its end, and every limit open again. */
export async function settle(kit: RunningKit): Promise<void> {
  // A wait that ended long ago is noticed by the first run, and its last link expires in the second.
  await pass(kit, 10 * DAY);
  await pass(kit, 10 * DAY);
}

/** Asks for a recovery. @returns the mail with the first link. */
export async function ask(kit: RunningKit, name = 'ada'): Promise<Mail> {
  const [mail] = await mailsOf(
    kit,
    async () => expectStatus(await kit.browser().post('/recovery', { login: `${name}@example.com` }), 202),
    name,
  );
  assert.ok(mail, 'no mail came');
  return mail;
}

/** The tokens of a recovery that waits. */
export interface OpenedRecovery {
  readonly open: string;
  readonly cancel: string;
}

/** Asks, and opens the request with the first link. */
export async function openRecovery(kit: RunningKit, name = 'ada'): Promise<OpenedRecovery> {
  const mail = await ask(kit, name);
  const open = tokenOf(mail, 'open');
  expectStatus(await kit.browser().post('/recovery/open', { token: open }), 200);
  await kit.mfa.jobs.runDue();
  return { open, cancel: tokenOf(mail, 'cancel') };
}

/** Goes on to the end of the wait. @returns the tokens, with that of the last link. */
export async function readyRecovery(
  kit: RunningKit,
  name = 'ada',
): Promise<OpenedRecovery & { readonly finish: string }> {
  const opened = await openRecovery(kit, name);
  const mails = await mailsOf(kit, () => pass(kit, 3 * DAY), name);
  return { ...opened, finish: tokenOf(mails.at(-1), 'finish') };
}

/** Finishes a recovery in a browser of its own. @returns the browser, in its restricted session. */
export async function finishRecovery(kit: RunningKit, finish: string, password: string): Promise<Browser> {
  const browser = kit.browser();
  expectStatus(await browser.post('/recovery/complete', { token: finish, password }), 200);
  return browser;
}
