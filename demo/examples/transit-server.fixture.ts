// A key service in a process of its own: the part of the transit engine's HTTP API that `transitKeys` uses, with the answers that OpenBao and Vault
// give. It is a stand-in and no OpenBao; nothing of it is kept.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** Every version of the one key, `acme`; the newest encrypts, each decrypts what it encrypted. */
const versions = [Buffer.from(process.env['TRANSIT_KEY'] ?? '', 'base64url')];
const TOKENS: Readonly<Record<string, readonly string[]>> = {
  'hvs.application': ['encrypt', 'decrypt'],
  'hvs.auditor': [],
};
let sealed = process.env['TRANSIT_SEALED'] === '1';

interface Asked {
  readonly plaintext?: string;
  readonly ciphertext?: string;
  readonly associated_data?: string;
}

class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

function encrypt({ plaintext = '', associated_data: bound = '' }: Asked): {
  ciphertext: string;
  key_version: number;
} {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', versions.at(-1)!, nonce).setAAD(Buffer.from(bound, 'base64'));
  const box = [nonce, cipher.update(Buffer.from(plaintext, 'base64')), cipher.final(), cipher.getAuthTag()];
  return {
    ciphertext: `vault:v${versions.length}:${Buffer.concat(box).toString('base64')}`,
    key_version: versions.length,
  };
}

function decrypt({ ciphertext = '', associated_data: bound = '' }: Asked): { plaintext: string } {
  const [, version, text] = /^vault:v(\d+):(.+)$/.exec(ciphertext) ?? [];
  if (version === undefined || text === undefined) throw new Refused(400, 'invalid ciphertext: no prefix');
  const secret = versions[Number(version) - 1];
  if (!secret) throw new Refused(400, 'invalid ciphertext: version is too new');
  const box = Buffer.from(text, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', secret, box.subarray(0, 12), { authTagLength: 16 })
      .setAAD(Buffer.from(bound, 'base64'))
      .setAuthTag(box.subarray(-16));
    const plain = Buffer.concat([decipher.update(box.subarray(12, -16)), decipher.final()]);
    return { plaintext: plain.toString('base64') };
  } catch {
    throw new Refused(400, 'cipher: message authentication failed');
  }
}

function answer(method: string, path: string, token: string, asked: Asked): unknown {
  // As an operator would, with a token of their own.
  if (path === '/v1/sys/unseal') return (sealed = false);
  if (sealed) throw new Refused(503, 'Vault is sealed');
  if (path === '/v1/transit/keys/acme/rotate') return versions.push(randomBytes(32));
  const [, action = '', key] = /^\/v1\/transit\/(encrypt|decrypt)\/(\w+)$/.exec(path) ?? [];
  if (method !== 'POST' || TOKENS[token]?.includes(action) !== true)
    throw new Refused(403, 'permission denied');
  if (key !== 'acme') throw new Refused(400, 'encryption key not found');
  return action === 'encrypt' ? encrypt(asked) : decrypt(asked);
}

const server = createServer((request, response) => {
  void json(request)
    .catch(() => ({}))
    .then((asked) => {
      const token = String(request.headers['x-vault-token']);
      response.setHeader('Content-Type', 'application/json');
      try {
        const data = answer(request.method ?? '', request.url ?? '', token, asked as Asked);
        response.end(JSON.stringify({ request_id: randomBytes(16).toString('hex'), data }));
      } catch (error) {
        const { status, message } = error as Refused;
        response.writeHead(status).end(JSON.stringify({ errors: [message] }));
      }
    });
});
server.listen(Number(process.env['TRANSIT_PORT'] ?? 0), '127.0.0.1', () => {
  console.log((server.address() as AddressInfo).port);
});
