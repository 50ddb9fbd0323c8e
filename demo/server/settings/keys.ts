import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { generateKeyRing } from '@mfa-kit/server';

/** What `createMfa` takes as `keys`: every key by its name, and the name of the one that seals from now on. */
export interface KeyRing {
  readonly current: string;
  readonly keys: Readonly<Record<string, string>>;
}

const KEY_LENGTH = 32;

/**
 * Reads a key ring from JSON.
 *
 * @param json `{"current":"k1","keys":{"k1":"<32 bytes, base64url>"}}`
 * @throws Error that says in plain words what is wrong, without repeating a key.
 */
export function parseKeyRing(json: string): KeyRing {
  let ring: unknown;
  try {
    ring = JSON.parse(json);
  } catch {
    throw new Error('is not JSON');
  }
  if (!isRecord(ring) || typeof ring['current'] !== 'string' || !isRecord(ring['keys'])) {
    throw new Error('has to be of the form {"current":"k1","keys":{"k1":"<32 bytes, base64url>"}}');
  }
  const keys: Record<string, string> = {};
  for (const [name, key] of Object.entries(ring['keys'])) {
    if (
      typeof key !== 'string' ||
      !/^[\w-]+$/.test(key) ||
      Buffer.from(key, 'base64url').length !== KEY_LENGTH
    ) {
      throw new Error(`holds a key "${name}" that is not ${KEY_LENGTH} bytes in base64url`);
    }
    keys[name] = key;
  }
  if (!(ring['current'] in keys))
    throw new Error(`names "${ring['current']}" as the current key but does not hold it`);
  return { current: ring['current'], keys };
}

/**
 * The key ring of this checkout, made at the first start. Of several processes that start at the same instant one makes it and all read it:
 * the file appears complete or not at all, because a finished file is linked to the name and linking fails when the name is taken.
 *
 * @param path Where the ring lies; the file can be read by its owner alone.
 */
export async function keyRingOfCheckout(path: string): Promise<KeyRing> {
  const existing = await readIfThere(path);
  if (existing !== undefined) return parseFile(path, existing);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(generateKeyRing(), null, 2)}\n`);
    await file.sync();
    await link(draft, path).catch((error: unknown) => {
      if (!isCode(error, 'EEXIST')) throw error;
    });
  } finally {
    await file.close();
    await rm(draft, { force: true });
  }
  return parseFile(path, await readFile(path, 'utf8'));
}

function parseFile(path: string, json: string): KeyRing {
  try {
    return parseKeyRing(json);
  } catch (error) {
    throw new Error(`The keys file ${path} ${(error as Error).message}.`, { cause: error });
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
