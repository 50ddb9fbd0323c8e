import argon2 from 'argon2';
import BetterSqlite3 from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { verifyAuthenticationResponse, type AuthenticationResponseJSON } from '@simplewebauthn/server';
import express, { type Request, type Response } from 'express';
import { verifySync } from 'otplib';
import pg from 'pg';
import { ORIGIN } from '../../load/request.ts';
import { serve, settings } from '../../running/in-child.ts';

/**
 * What one writes after an evening of tutorials: sessions in a table, each step a statement of its own, nothing prepared, no limits, no
 * transactions. It is quick because it leaves most things out, and it can be got around: codes work twice, and guessing is free.
 */
const { url } = settings as { url: string };

type Value = string | number | null;
type Query = <Row>(text: string, ...values: Value[]) => Promise<readonly Row[]>;

function openDatabase(): Query {
  if (!url.startsWith('sqlite:')) {
    const pool = new pg.Pool({ connectionString: url });
    return async <Row>(text: string, ...values: Value[]) => (await pool.query(text, values)).rows as Row[];
  }
  const database = new BetterSqlite3(url.slice('sqlite:'.length));
  database.pragma('busy_timeout = 5000');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  return <Row>(text: string, ...values: Value[]) => {
    const statement = database.prepare(text.replaceAll(/\$\d+/g, '?'));
    if (statement.reader) return Promise.resolve(statement.all(...values) as Row[]);
    statement.run(...values);
    return Promise.resolve([]);
  };
}

interface Session {
  readonly id: string;
  readonly user_id: string;
  readonly second_factor: number;
}

interface User {
  readonly id: string;
  readonly email: string;
  readonly secret: string;
}

const query = openDatabase();
const app = express();
app.use(express.json());

async function sessionOf(request: Request): Promise<Session | undefined> {
  const id = /(?:^|; )sid=([^;]+)/.exec(request.get('cookie') ?? '')?.[1];
  if (id === undefined) return undefined;
  const [session] = await query<Session>(
    'SELECT * FROM sessions WHERE id = $1 AND expires_at > $2',
    id,
    Date.now(),
  );
  return session;
}

async function userOf({ user_id: id }: Session): Promise<User | undefined> {
  const [user] = await query<User>('SELECT * FROM users WHERE id = $1', id);
  return user;
}

async function signIn(response: Response, userId: string, method: string, old?: string): Promise<void> {
  const id = randomBytes(24).toString('base64url');
  if (old !== undefined) await query('DELETE FROM sessions WHERE id = $1', old);
  await query(
    'INSERT INTO sessions (id, user_id, second_factor, expires_at) VALUES ($1, $2, 1, $3)',
    id,
    userId,
    Date.now() + 86_400_000,
  );
  await query(
    'INSERT INTO activity (user_id, event, method, at) VALUES ($1, $2, $3, $4)',
    userId,
    'signed in',
    method,
    Date.now(),
  );
  response.cookie('sid', id, { httpOnly: true, sameSite: 'strict' }).json({ ok: true, userId });
}

app.post('/login/totp', async (request, response) => {
  const session = await sessionOf(request);
  const user = session && (await userOf(session));
  const { code } = request.body as { code: string };
  if (!user) return void response.status(401).json({ error: 'sign in first' });
  const { valid } = verifySync({ secret: user.secret, token: code, epochTolerance: 30 });
  if (!valid) return void response.status(401).json({ error: 'wrong code' });
  await signIn(response, user.id, 'totp', session.id);
});

app.post('/login/recovery', async (request, response) => {
  const session = await sessionOf(request);
  const user = session && (await userOf(session));
  const { code } = request.body as { code: string };
  if (!user) return void response.status(401).json({ error: 'sign in first' });
  const codes = await query<{ id: string; hash: string }>(
    'SELECT * FROM recovery_codes WHERE user_id = $1 AND used = 0',
    user.id,
  );
  for (const { id, hash } of codes) {
    if (!(await argon2.verify(hash, code))) continue;
    await query('UPDATE recovery_codes SET used = 1 WHERE id = $1', id);
    return signIn(response, user.id, 'recovery code', session.id);
  }
  response.status(401).json({ error: 'wrong code' });
});

interface Passkey {
  readonly id: string;
  readonly user_id: string;
  readonly credential_id: string;
  readonly public_key: string;
  readonly counter: number;
}

app.post('/login/passkey', async (request, response) => {
  const answer = request.body as AuthenticationResponseJSON;
  const [passkey] = await query<Passkey>('SELECT * FROM passkeys WHERE credential_id = $1', answer.id);
  const started = /(?:^|; )ceremony=([^;]+)/.exec(request.get('cookie') ?? '')?.[1] ?? '';
  const [ceremony] = await query<{ challenge: string }>('SELECT * FROM ceremonies WHERE id = $1', started);
  if (!passkey || !ceremony) return void response.status(401).json({ error: 'unknown passkey' });
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: ceremony.challenge,
    expectedOrigin: ORIGIN,
    expectedRPID: 'localhost',
    credential: {
      id: passkey.credential_id,
      publicKey: new Uint8Array(Buffer.from(passkey.public_key, 'base64url')),
      counter: passkey.counter,
    },
  });
  if (!verified) return void response.status(401).json({ error: 'wrong passkey' });
  await query('DELETE FROM ceremonies WHERE id = $1', started);
  await query('UPDATE passkeys SET counter = $1 WHERE id = $2', authenticationInfo.newCounter, passkey.id);
  await signIn(response, passkey.user_id, 'passkey');
});

app.get('/me', async (request, response) => {
  const session = await sessionOf(request);
  const user = session && (await userOf(session));
  if (!user) return void response.status(401).json({ error: 'sign in first' });
  response.json({ id: user.id, email: user.email, secondFactor: session.second_factor === 1 });
});

app.get('/factors', async (request, response) => {
  const session = await sessionOf(request);
  const user = session && (await userOf(session));
  if (!user) return void response.status(401).json({ error: 'sign in first' });
  const passkeys = await query<Passkey>('SELECT * FROM passkeys WHERE user_id = $1', user.id);
  response.json({ totp: true, passkeys: passkeys.map(({ id }) => ({ id })) });
});

app.get('/activity', async (request, response) => {
  const session = await sessionOf(request);
  if (!session) return void response.status(401).json({ error: 'sign in first' });
  response.json(
    await query('SELECT * FROM activity WHERE user_id = $1 ORDER BY at DESC LIMIT 50', session.user_id),
  );
});

await serve(app);
