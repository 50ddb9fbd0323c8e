import { setTimeout as sleep } from 'node:timers/promises';
import type { KeyProvider } from '@mfa-kit/server';

/** How often a service that is away is asked again, and after what time, in milliseconds: a quarter of a minute in all. */
const PAUSES = [500, 1_000, 2_000, 4_000, 8_000];
/** The service is there, and cannot answer now: sealed, standing by, overloaded. Everything else it will not answer later either. */
const AWAY = new Set([412, 429, 472, 473, 500, 502, 503, 504]);
const LONGEST_REASON = 200;

export interface TransitSettings {
  /** `https://bao.internal:8200` */
  readonly address: string;
  /** The key of the engine, of type `aes256-gcm96`, that the ring's keys are wrapped with. */
  readonly key: string;
  /** Asked for each call, so that it may be a file that an agent keeps fresh. It needs `update` on `<mount>/encrypt/<key>` and `<mount>/decrypt/<key>`. */
  readonly token: () => string | Promise<string>;
  /** Where the engine is mounted; default `transit`. */
  readonly mount?: string;
  /** How long one answer may take, in milliseconds; default 5000. */
  readonly patience?: number;
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

/** The service did not answer, or could not: it is worth asking again. */
class Away extends Error {}

/**
 * Keys wrapped by the transit engine of OpenBao, or of HashiCorp Vault (1.13 and later), whose HTTP API it is. The kit unwraps its ring once, at start; afterwards
 * the service may be away. The name of each key is bound to what is wrapped, so that it unwraps under no other.
 *
 * @throws TypeError for an address over which the token would travel readable.
 */
export function transitKeys(settings: TransitSettings): KeyProvider {
  const { key, token, mount = 'transit', patience = 5_000, pause = sleep } = settings;
  const address = new URL(settings.address);
  if (address.protocol !== 'https:' && !['localhost', '127.0.0.1', '[::1]'].includes(address.hostname))
    throw new TypeError(`${address.origin}: has to be https, since the token goes there`);

  async function call(action: 'encrypt' | 'decrypt', body: Record<string, string>): Promise<unknown> {
    const headers = { 'X-Vault-Token': await token(), 'Content-Type': 'application/json' };
    const response = await fetch(new URL(`/v1/${mount}/${action}/${key}`, address), {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      // Followed to another host, the token would go along.
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    }).catch((error: unknown) => {
      throw new Away(`the key service at ${address.origin} does not answer: ${reasonOf(error)}`);
    });
    const answer = (await response.json().catch(() => ({}))) as { data?: unknown; errors?: unknown };
    if (response.ok) return answer.data;
    const told = Array.isArray(answer.errors) ? answer.errors.join('; ').slice(0, LONGEST_REASON) : '';
    const words = `the key service at ${address.origin} answered ${response.status}${told && `: ${told}`}`;
    throw AWAY.has(response.status) ? new Away(words) : new Error(words);
  }

  async function patiently(...parameters: Parameters<typeof call>): Promise<Record<string, unknown>> {
    for (let tried = 0; ; tried += 1) {
      try {
        return (await call(...parameters)) as Record<string, unknown>;
      } catch (error) {
        const wait = PAUSES[tried];
        if (!(error instanceof Away) || wait === undefined) throw error;
        await pause(wait);
      }
    }
  }

  const bound = (keyId: string): string => Buffer.from(`mfa-kit ring ${keyId}`).toString('base64');

  return {
    async wrap(plain, keyId) {
      const { ciphertext } = await patiently('encrypt', {
        plaintext: plain.toString('base64'),
        associated_data: bound(keyId),
      });
      if (typeof ciphertext !== 'string') throw new Error('the key service answered without a ciphertext');
      return ciphertext;
    },

    async unwrap(wrapped, keyId) {
      const { plaintext } = await patiently('decrypt', {
        ciphertext: wrapped,
        associated_data: bound(keyId),
      });
      if (typeof plaintext !== 'string') throw new Error('the key service answered without a plaintext');
      return Buffer.from(plaintext, 'base64');
    },
  };
}

/** Nothing that was sent is in it. */
function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Error;
  if (name === 'TimeoutError') return 'no answer in time';
  return cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : message;
}
