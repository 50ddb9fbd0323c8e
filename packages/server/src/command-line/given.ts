import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keyRing, type MfaConfiguration } from '../configuration/configuration.ts';
import { openKeyRing, type KeyRing, type KeyRingSettings } from '../secrets/key-ring.ts';
import { UsageError } from './usage-error.ts';

/** What a command works on: as words of the command line, else from the host's configuration, else from the environment. */
export interface Given {
  readonly database: string | undefined;
  /** The ring as text, or `file:` and where it lies; where there is none, the configuration's is taken. */
  readonly keys: string | undefined;
  readonly configuration: MfaConfiguration | undefined;
}

/**
 * Puts together what was given.
 *
 * @throws UsageError when the configuration cannot be read.
 */
export async function readGiven(
  words: { readonly database?: string; readonly keys?: string; readonly config?: string },
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Given> {
  const configuration = words.config === undefined ? undefined : await readConfiguration(words.config);
  return {
    database: words.database ?? configuration?.database ?? environment['DATABASE_URL'],
    keys: words.keys ?? (configuration ? undefined : environment['MFA_KEYS']),
    configuration,
  };
}

/** What the module gives by default: what `createMfa()` takes, or a function that makes it. */
async function readConfiguration(path: string): Promise<MfaConfiguration> {
  let given: unknown;
  try {
    const module = (await import(pathToFileURL(resolve(path)).href)) as { readonly default?: unknown };
    given = typeof module.default === 'function' ? await (module.default as () => unknown)() : module.default;
  } catch (error) {
    throw new UsageError(`the configuration ${path} cannot be read: ${(error as Error).message}`);
  }
  if (typeof given !== 'object' || given === null)
    throw new UsageError(`${path} has no configuration for createMfa() as its default export`);
  return given as MfaConfiguration;
}

/** @throws UsageError when there is no ring, or it is of another form. */
export async function readRing({ keys, configuration }: Given): Promise<KeyRing> {
  const given = keys === undefined ? configuration?.keys : await parseRing(keys);
  if (given === undefined) throw new UsageError('no key ring: give --keys or set MFA_KEYS');
  return openKeyRing(checkedRing(given), configuration?.keyProvider);
}

async function parseRing(text: string): Promise<unknown> {
  if (text === '') return undefined;
  const json = text.startsWith('file:') ? await readRingFile(text.slice('file:'.length)) : text;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    throw new UsageError('the key ring is not JSON');
  }
}

async function readRingFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new Error(`the key ring cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

function checkedRing(given: unknown): KeyRingSettings {
  const { data, error } = keyRing.safeParse(given);
  if (data) return data;
  const mistakes = error.issues.map(({ path, message }) => `${path.join('.') || 'keys'}: ${message}`);
  throw new UsageError(`the key ring is not of the right form\n  - ${mistakes.join('\n  - ')}`);
}
