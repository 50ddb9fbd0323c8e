// Runs one of the examples at http://localhost:3000: `node demo/examples/main.ts with-sessions`, or `without-sessions`.
import { randomBytes } from 'node:crypto';
import { generateKeyRing } from '@mfa-kit/server';
import { hostWithSessions } from './host-with-sessions.ts';
import { hostWithoutSessions } from './host-without-sessions.ts';

const publicUrl = 'http://localhost:3000';
const configuration = { publicUrl, database: 'sqlite::memory:', keys: generateKeyRing() };
const secret = randomBytes(32).toString('base64url');

const { app } =
  process.argv[2] === 'without-sessions'
    ? await hostWithoutSessions(configuration)
    : await hostWithSessions(configuration, secret);
app.listen(3000, () => {
  console.log(publicUrl);
});
