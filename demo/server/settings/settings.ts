import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Duration } from '@mfa-kit/server';
import { parseKeyRing, type KeyRing } from './keys.ts';

/** What the environment tells the demo, checked. */
export interface Settings {
  /** 0 takes any free port. */
  readonly port: number;
  /** `sqlite:<path>`, `sqlite::memory:` or `postgres://…`. */
  readonly databaseUrl: string;
  /** The origin that people see; `undefined` when it is `http://localhost:<port>`. */
  readonly publicUrl: string | undefined;
  /** Where mail goes; `undefined` for the built-in mailbox. */
  readonly smtpUrl: string | undefined;
  /** `undefined` for the ring of this checkout, see `keyRingOfCheckout`. */
  readonly keys: KeyRing | undefined;
  /** Whether the control API is served. */
  readonly control: boolean;
  /** Whether outbox and sweeping run in this process. */
  readonly jobs: boolean;
  /** How long balancers are given to notice that this process ends; `false` where there are none. */
  readonly drain: false | Duration;
}

/** Where the demo keeps what it has to keep, whatever directory it is started from. */
export const DATA_FOLDER = fileURLToPath(new URL('../../../.data', import.meta.url));

/** All that is wrong with the environment, told at once. */
export class SettingsMistakes extends Error {
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(`The demo cannot start:\n${mistakes.map((mistake) => `  - ${mistake}`).join('\n')}`);
    this.name = 'SettingsMistakes';
    this.mistakes = mistakes;
  }
}

/**
 * Reads the settings. An empty variable counts as not set.
 *
 * @throws SettingsMistakes when anything is wrong.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const mistakes: string[] = [];

  function setting<Value>(name: string, fallback: Value, parse: (text: string) => Value): Value {
    const text = environment[name]?.trim();
    if (!text) return fallback;
    try {
      return parse(text);
    } catch (error) {
      mistakes.push(`${name} ${(error as Error).message}.`);
      return fallback;
    }
  }

  const production = environment['NODE_ENV'] === 'production';
  const settings: Settings = {
    port: setting('PORT', 4000, parsePort),
    databaseUrl: setting('DATABASE_URL', `sqlite:${join(DATA_FOLDER, 'demo.sqlite')}`, parseDatabaseUrl),
    publicUrl: setting<string | undefined>('PUBLIC_URL', undefined, parsePublicUrl),
    smtpUrl: setting<string | undefined>('SMTP_URL', undefined, parseSmtpUrl),
    keys: setting<KeyRing | undefined>('MFA_KEYS', undefined, parseKeys),
    control: setting('DEMO_CONTROL', true, parseSwitch) && !production,
    jobs: setting('JOBS', true, parseSwitch),
    drain: setting<false | Duration>('DRAIN', false, parseDrain),
  };
  if (mistakes.length > 0) throw new SettingsMistakes(mistakes);
  return settings;
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new Error(`is "${text}"; it has to be a whole number from 0 to 65535 (0 takes any free port)`);
  }
  return port;
}

function parseDatabaseUrl(text: string): string {
  const expected = 'it has to be sqlite:<path>, sqlite::memory: or postgres://…';
  if (/^sqlite:./.test(text)) return text;
  // The address may carry a password, so a mistake in it is told without repeating it.
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text))
    throw new Error(`is not an address of a database; ${expected}`);
  return text;
}

function parsePublicUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.href !== `${url.origin}/`) {
    throw new Error(
      `is "${text}"; it has to be an origin like https://notes.example.com, without path, query or user`,
    );
  }
  if (url.protocol === 'http:' && url.hostname !== 'localhost') {
    throw new Error(
      `is "${text}"; only localhost may go without https, because browsers keep secure cookies from any other http page`,
    );
  }
  return url.origin;
}

function parseSmtpUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || !url.hostname) {
    throw new Error(
      'is not an address of a mail server; it has to be smtp://user:password@host:port or smtps://…',
    );
  }
  return text;
}

function parseKeys(text: string): KeyRing {
  if (!text.startsWith('file:')) return parseKeyRing(text);
  const path = text.startsWith('file://') ? fileURLToPath(text) : text.slice('file:'.length);
  let json: string;
  try {
    json = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(
      `names the file ${path}, which cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`,
      { cause: error },
    );
  }
  return parseKeyRing(json);
}

function parseDrain(text: string): Duration {
  if (!/^[1-9]s$/.test(text)) throw new Error(`is "${text}"; it has to be 1s to 9s`);
  return text as Duration;
}

function parseSwitch(text: string): boolean {
  if (text === '1') return true;
  if (text === '0') return false;
  throw new Error(`is "${text}"; it has to be 1 (on) or 0 (off)`);
}
