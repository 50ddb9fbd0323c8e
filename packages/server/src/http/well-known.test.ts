import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startKit, type KitOptions, type RunningKit } from '../testing/running-kit.ts';

type PasskeysConfiguration = NonNullable<NonNullable<KitOptions['configuration']>['passkeys']>;

async function withKit(
  passkeys: PasskeysConfiguration,
  work: (get: (path: string) => Promise<Response>, kit: RunningKit) => Promise<void>,
): Promise<void> {
  const kit = await startKit({
    configuration: { publicUrl: 'https://app.example.com', passkeys: { rpId: 'example.com', ...passkeys } },
    host: (app, mfa) => app.use(mfa.wellKnown),
  });
  await work((path) => fetch(`${kit.base}${path}`), kit);
  await kit.close();
}

describe('/.well-known/webauthn', () => {
  it('lists every origin that may use the passkeys, the application itself first', async () => {
    await withKit({ relatedOrigins: ['https://notes.example', 'https://notes.test'] }, async (get) => {
      const reply = await get('/.well-known/webauthn');
      assert.equal(reply.status, 200);
      assert.match(reply.headers.get('content-type') ?? '', /^application\/json/);
      assert.equal(reply.headers.get('cache-control'), 'public, max-age=3600');
      assert.deepEqual(await reply.json(), {
        origins: ['https://app.example.com', 'https://notes.example', 'https://notes.test'],
      });
    });
  });

  it('is at this path alone, and changes nothing for others', async () => {
    await withKit({}, async (get) => {
      assert.equal((await get('/.well-known/WebAuthn')).status, 404);
      assert.equal((await get('/.well-known/webauthn/')).status, 404);
      assert.equal((await get('/.well-known/other')).status, 404);
    });
  });
});

describe('/.well-known/passkey-endpoints', () => {
  it('says where passkeys are added and managed', async () => {
    const enrollUrl = 'https://app.example.com/security/passkeys/new';
    const manageUrl = 'https://app.example.com/security';
    await withKit({ enrollUrl, manageUrl }, async (get) => {
      const reply = await get('/.well-known/passkey-endpoints');
      assert.match(reply.headers.get('content-type') ?? '', /^application\/json/);
      assert.deepEqual(await reply.json(), { enroll: enrollUrl, manage: manageUrl });
    });
  });

  it('is an empty object where no pages are configured, which says that passkeys are supported', async () => {
    await withKit({}, async (get) => {
      assert.deepEqual(await (await get('/.well-known/passkey-endpoints')).json(), {});
    });
  });
});
