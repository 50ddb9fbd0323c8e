import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server';
import pg from 'pg';
import { codeBlock } from '../../../../scripts/docs/code-blocks.ts';
import { inPostgres } from '../store/testing/databases.ts';
import { expectProblem, expectStatus, signIn } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';
import { answerChallenge, newDevice, newSecurityKey, oneClick } from './testing/ceremonies.ts';
import type { SoftwareAuthenticator } from './testing/software-authenticator.ts';

const page = readFileSync(new URL('../../../../docs/passkeys.md', import.meta.url), 'utf8');

const TABLE = `
  CREATE TABLE passkeys (
    id TEXT PRIMARY KEY,
    public_key BYTEA NOT NULL,
    user_id TEXT NOT NULL,
    webauthn_user_id TEXT NOT NULL,
    counter BIGINT NOT NULL,
    device_type VARCHAR(32) NOT NULL,
    backed_up BOOLEAN NOT NULL,
    transports TEXT[],
    created_at TIMESTAMPTZ NOT NULL DEFAULT now()
  )`;

/** Registers a passkey as an application does that uses the library by itself, and stores what the library recommends. */
async function registerTheOldWay(
  kit: RunningKit,
  old: pg.Client,
  device: SoftwareAuthenticator,
  userId: string,
  handle: Buffer,
): Promise<void> {
  const options = await generateRegistrationOptions({
    rpName: 'Old application',
    rpID: 'localhost',
    userName: userId,
    userID: new Uint8Array(handle),
  });
  const response = device.create(options);
  const { registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: options.challenge,
    expectedOrigin: kit.origin,
    expectedRPID: 'localhost',
  });
  const { credential, credentialDeviceType, credentialBackedUp } = registrationInfo!;
  await old.query(
    'INSERT INTO passkeys (id, public_key, user_id, webauthn_user_id, counter, device_type, backed_up, transports) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
    [
      credential.id,
      Buffer.from(credential.publicKey),
      userId,
      options.user.id,
      credential.counter,
      credentialDeviceType,
      credentialBackedUp,
      credential.transports,
    ],
  );
}

describe('The import of passkeys that docs/passkeys.md shows', () => {
  it('lets people sign in with the passkeys they have, and may be run again', async (t) => {
    const place = await inPostgres();
    const kit = await startKit({ database: () => Promise.resolve(place) });
    t.after(() => kit.close());
    const old = new pg.Client(place.url);
    await old.connect();
    await old.query(TABLE);
    const [phone, key, rsa, stray] = [
      newDevice(kit),
      newSecurityKey(kit),
      newDevice(kit, { algorithm: 'RS256' }),
      newDevice(kit),
    ];
    const [ada, grace] = [randomBytes(64), randomBytes(32)];
    await registerTheOldWay(kit, old, phone, 'user-ada', ada);
    await registerTheOldWay(kit, old, key, 'user-ada', ada);
    await registerTheOldWay(kit, old, stray, 'user-ada', randomBytes(32));
    await registerTheOldWay(kit, old, rsa, 'user-grace', grace);
    // Ada is known to the kit already, and somewhere in the middle of things.
    await signIn(kit.browser());

    const { code } = codeBlock(page, 'import-passkeys.sql');
    await old.query(code);
    await old.query(code);
    await old.end();

    expectStatus(await oneClick(kit.browser(), phone), 200);
    expectStatus(await oneClick(kit.browser(), rsa), 200);
    const browser = await signIn(kit.browser());
    expectStatus(await answerChallenge(browser, key), 200);
    const { body } = await browser.get('/passkeys');
    const passkeys = body['passkeys'] as Record<string, unknown>[];
    assert.deepEqual(
      passkeys
        .map(({ synced, transports, name, provider }) => [synced, transports, name, provider])
        .sort((one, other) => Number(one[0]) - Number(other[0])),
      [
        [false, ['usb'], 'Passkey', null],
        [true, ['hybrid', 'internal'], 'Passkey', null],
      ],
    );
    const refused = expectProblem(await oneClick(kit.browser(), stray), 401, 'passkey_rejected');
    assert.equal(refused.body['unknownCredential'], true);
    expectStatus(await browser.post('/recovery-codes'), 201);
  });
});
