import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, it } from 'node:test';
import { describeOnEachDatabase } from '../testing/databases.ts';
import { expectStatus, signIn } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';
import { creationOptions, newDevice, oneClick } from './testing/ceremonies.ts';
import { certified } from './testing/certified.ts';

describeOnEachDatabase(
  'Certificates that come with a new passkey, though none are asked for (W5)',
  (database) => {
    const asked: (string | undefined)[] = [];
    /** Something that the server can reach, and whoever sends it certificates cannot. */
    const inside = createServer((request, response) => {
      asked.push(request.url);
      response.end();
    });
    let kit: RunningKit;
    before(async () => {
      await once(inside.listen(0, '127.0.0.1'), 'listening');
      kit = await startKit({ database });
    });
    after(async () => {
      inside.close();
      await kit.close();
    });

    it('are not looked at: nothing is fetched from where they say, and the passkey is one like any other', async () => {
      const { port } = inside.address() as AddressInfo;
      const browser = await signIn(kit.browser());
      const device = newDevice(kit);
      const made = device.create(await creationOptions(browser));
      const [credential] = device.credentials;
      assert.ok(credential);
      const response = certified(made, credential, `http://127.0.0.1:${String(port)}/inside`);
      const reply = await browser.post('/passkeys', { response });
      assert.deepEqual(asked, []);
      expectStatus(reply, 201);
      expectStatus(await oneClick(kit.browser(), device), 200);
    });
  },
);
