import BetterSqlite3 from 'better-sqlite3';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { toNodeHandler } from 'better-auth/node';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { passkey } from '@better-auth/passkey';
import express from 'express';
import pg from 'pg';
import { ORIGIN } from '../../load/request.ts';
import { serve, settings } from '../../running/in-child.ts';

/** better-auth as its documentation sets it up, with the settings of SQLite that make it as durable as the kit's. */
const { url, secret } = settings as { url: string; secret: string };

function openDatabase(): unknown {
  if (!url.startsWith('sqlite:')) return new pg.Pool({ connectionString: url, max: 10 });
  const database = new BetterSqlite3(url.slice('sqlite:'.length));
  database.pragma('busy_timeout = 5000');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  return database;
}

const auth = betterAuth({
  appName: 'Bench',
  baseURL: ORIGIN,
  secret,
  database: openDatabase(),
  emailAndPassword: { enabled: true },
  // It would keep one counter in memory for each address, and look through all of them at each request: the load comes from thousands.
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  // It would complain about the tables that are made below.
  logger: { disabled: true },
  plugins: [twoFactor({ issuer: 'Bench' }), passkey({ rpID: 'localhost', rpName: 'Bench', origin: ORIGIN })],
});
const { runMigrations } = await getMigrations(auth.options);
await runMigrations();

const app = express();
app.all('/api/auth/*splat', toNodeHandler(auth));
await serve(app);
