import { randomBytes } from 'node:crypto';
import {
  enrolPasskey,
  newDevice,
  oneClick,
} from '../../../packages/server/src/passkeys/testing/ceremonies.ts';
import type { TestDatabase } from '../../../packages/server/src/store/testing/databases.ts';
import {
  addApp,
  enrol,
  expectStatus,
  prove,
  signIn,
  signInFully,
  PASSWORD,
} from '../../../packages/server/src/testing/people.ts';
import {
  finishRecovery,
  openRecovery,
  pass,
  readyRecovery,
} from '../../../packages/server/src/testing/recoveries.ts';
import { startKit, type RunningKit } from '../../../packages/server/src/testing/running-kit.ts';

const MINUTE = 60_000;

/** A kit in which everything has happened once that an invariant is about, in the way that it should. */
export async function startWorld(place: TestDatabase): Promise<RunningKit> {
  const kit = await startKit({
    database: () => Promise.resolve(place),
    configuration: {
      publicUrl: 'http://localhost:4000',
      // Nobody is there: what is to be delivered stays where it is.
      webhooks: [{ url: 'http://localhost:9/', secret: `whsec_${randomBytes(32).toString('base64')}` }],
    },
  });
  const grace = await readyRecovery(kit, 'grace');
  await finishRecovery(kit, grace.finish, PASSWORD);
  await liveOfAda(kit);
  await openRecovery(kit, 'linus');
  await pass(kit, MINUTE);
  expectStatus(await (await signIn(kit.browser(), 'linus')).post('/totp'), 201);
  return kit;
}

/** Somebody with factors of both methods, recovery codes, remembered browsers, and a recovery that was not needed in the end. */
async function liveOfAda(kit: RunningKit): Promise<void> {
  const { app, recoveryCodes, factorId } = await enrol(kit, kit.browser());
  kit.clock.advance(2 * MINUTE);
  const home = await signIn(kit.browser());
  kit.clock.advance(MINUTE);
  const code = app.codeAt(kit.clock.now());
  expectStatus(await home.post('/challenge/totp', { code, rememberDevice: true }), 200);
  await signIn(home);
  await prove(kit, home, app);

  const passkey = newDevice(kit);
  expectStatus(await enrolPasskey(home, passkey), 201);
  expectStatus(await oneClick(kit.browser({ 'user-agent': 'a browser elsewhere' }), passkey), 200);
  kit.clock.advance(MINUTE);

  await openRecovery(kit);
  const restricted = await signIn(kit.browser());
  const [first] = recoveryCodes;
  expectStatus(await restricted.post('/challenge/recovery-code', { code: first }), 200);
  const { app: newApp } = await addApp(kit, restricted, 'The new phone');
  expectStatus(await restricted.delete(`/totp/${factorId}`), 204);
  const wrong = await signIn(kit.browser());
  expectStatus(await wrong.post('/challenge/totp', { code: newApp.wrongCodeAt(kit.clock.now()) }), 401);
  // A pending sign-in and a remembered browser of today's epoch.
  const again = await signIn(kit.browser());
  kit.clock.advance(MINUTE);
  const newCode = newApp.codeAt(kit.clock.now());
  expectStatus(await again.post('/challenge/totp', { code: newCode, rememberDevice: true }), 200);
  await prove(kit, again, newApp);
  await signInFully(kit, kit.browser(), newApp);
  await signIn(kit.browser());
  expectStatus(await (await signInFully(kit, kit.browser(), newApp)).post('/sign-out'), 204);
}
