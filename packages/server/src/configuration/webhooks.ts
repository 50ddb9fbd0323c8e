import { isIP } from 'node:net';
import { z } from 'zod';
import { isPublicAddress } from '../ports/public-address.ts';
import { hashOfToken } from '../secrets/tokens.ts';
import { webhookKey } from '../secrets/webhook-secret.ts';

/** An endpoint as the host configures it. */
export interface WebhookConfiguration {
  /** `https://…`; `http://localhost` only while `publicUrl` is on localhost. */
  readonly url: string;
  /** `whsec_` and at least 32 bytes in base64. While it is being exchanged: the new one, then the old one. */
  readonly secret: string | readonly string[];
  /** Names of events, or beginnings of names such as `auth.2fa.`; default: all events. */
  readonly events?: readonly string[];
}

const secret = z.string().transform((text, context) => {
  const key = webhookKey(text);
  if (key) return key;
  context.addIssue({ code: 'custom', message: 'has to be whsec_ and at least 32 bytes in base64' });
  return z.NEVER;
});

/** Ends with a dot, so that `auth.2fa` stands for `auth.2fa.enabled` and not for what else begins like it. */
const prefix = z
  .string()
  .regex(/^auth(\.[a-z0-9_]+){0,2}\.?$/, {
    error: 'has to be the name of an event, or the beginning of one such as auth.2fa.',
  })
  .transform((text) => (text.endsWith('.') ? text : `${text}.`));

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

const isLocalhost = (url: URL): boolean => url.hostname === 'localhost';

/** What is wrong with the address of an endpoint, wherever the kit itself is (rule B7). */
function mistakeIn(url: URL | null): string | undefined {
  if (url === null) return 'is not a URL';
  if (!['https:', 'http:'].includes(url.protocol)) return 'has to begin with https://';
  if (url.username !== '' || url.password !== '') return 'may not have a user or a password in it';
  if (url.hash !== '') return 'may not have a fragment, which is never sent';
  const host = hostOf(url);
  if (isIP(host) !== 0 && !isPublicAddress(host)) return 'is not a public address';
  if (url.protocol === 'http:' && !isLocalhost(url))
    return 'has to be https; plain http is for localhost only';
  if (url.protocol === 'https:' && isLocalhost(url))
    return 'is on localhost, which is reached by http, and only while publicUrl is on localhost';
  return undefined;
}

const address = z.string().transform((text, context) => {
  const url = URL.parse(text);
  const mistake = mistakeIn(url);
  if (url !== null && mistake === undefined) return url;
  context.addIssue({ code: 'custom', message: mistake ?? 'is not a URL' });
  return z.NEVER;
});

/** Tells endpoints apart in the database and in logs, without their address: that may be a secret in itself (rule K6). */
const nameOf = (url: URL): string => `${url.host}#${hashOfToken(url.href).slice(0, 8)}`;

const endpoint = z
  .strictObject({
    url: address,
    secret: z.union([secret.transform((key) => [key]), z.array(secret).min(1).max(4)], {
      error: 'has to be whsec_ and at least 32 bytes in base64, or a list of up to four of these',
    }),
    events: z.array(prefix).min(1).optional(),
  })
  .transform(({ url, secret: keys, events }) => ({
    endpoint: nameOf(url),
    url,
    local: isLocalhost(url),
    keys,
    prefixes: [...new Set(events ?? [''])],
  }));

/** The list of endpoints, each once. */
export const webhooks = z
  .array(endpoint)
  .max(20)
  .superRefine((endpoints, context) => {
    endpoints.forEach((one, index) => {
      if (endpoints.findIndex((other) => other.endpoint === one.endpoint) === index) return;
      context.addIssue({ code: 'custom', path: [index, 'url'], message: 'is in the list already' });
    });
  })
  .default([]);

/** @returns the endpoints that may not be there, by their place in the list. */
export const misplacedLocalhosts = (
  endpoints: z.output<typeof webhooks>,
  publicUrl: string,
): readonly number[] =>
  endpoints.flatMap(({ local }, index) => (local && !isLocalhost(new URL(publicUrl)) ? [index] : []));
