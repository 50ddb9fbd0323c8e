import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { after, before, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { codeBlock } from '../../../../../scripts/docs/code-blocks.ts';
import { freePort } from '../../../../../test/support/free-port.ts';
import { webhookKey } from '../../secrets/webhook-secret.ts';
import { signatureOf } from './signature.ts';

const page = fileURLToPath(new URL('../../../../../docs/webhooks.md', import.meta.url));
const folder = fileURLToPath(new URL('../../../', import.meta.url));
const kit = new URL('../../index.ts', import.meta.url).href;

const secret = `whsec_${randomBytes(32).toString('base64')}`;
let receiver: ChildProcess;
let lines: AsyncIterator<string>;
let url: string;

before(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}/mfa-events`;
  const { code } = codeBlock(readFileSync(page, 'utf8'), 'receiver.js');
  receiver = spawn(
    process.execPath,
    ['--input-type=module', '--eval', code.replace("'@mfa-kit/server'", JSON.stringify(kit))],
    {
      cwd: folder,
      env: { ...process.env, PORT: String(port), MFA_WEBHOOK_SECRET: secret },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  lines = createInterface({ input: receiver.stdout! })[Symbol.asyncIterator]();
  assert.deepEqual(await lines.next(), { value: 'listening', done: false });
});
after(async () => {
  receiver.kill();
  await once(receiver, 'exit');
});

async function send(id: string, key = webhookKey(secret)!): Promise<number> {
  const event = { id, version: 1, type: 'auth.2fa.enabled', at: '', data: { subject: `somebody of ${id}` } };
  const body = JSON.stringify(event);
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const { status } = await fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signatureOf({ id, timestamp, body }, [key]),
    },
  });
  return status;
}

it('the receiver in docs/webhooks.md believes what is signed, acts on it once, and on nothing else (B7)', async () => {
  assert.equal(await send('forged', randomBytes(32)), 401);
  assert.equal(await send('first'), 204);
  assert.equal(await send('first'), 204);
  assert.equal(await send('second'), 204);
  const heard = [await lines.next(), await lines.next()].map(({ value }) => String(value));
  assert.deepEqual(heard, ['auth.2fa.enabled somebody of first', 'auth.2fa.enabled somebody of second']);
});
