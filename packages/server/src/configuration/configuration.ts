import { compile } from 'proxy-addr';
import { z } from 'zod';
import type { Logger } from 'pino';
import type { PartialMailLanguage } from '../notifications/languages/mail-language.ts';
import type { Authorize } from '../ports/authorize.ts';
import type { Clock } from '../ports/clock.ts';
import type { Hasher } from '../ports/hasher.ts';
import type { KeyProvider } from '../ports/key-provider.ts';
import type { Mailer } from '../ports/mailer.ts';
import type { PlaceLookup } from '../ports/place-lookup.ts';
import type { Users } from '../ports/users.ts';
import { KEY_BYTES, KEY_ID, type KeyRingSettings } from '../secrets/key-ring.ts';
import { DATABASE_URL } from './database-url.ts';
import type { RelyingParty } from '../passkeys/relying-party.ts';
import { canRecover } from '../ports/recovery-users.ts';
import { isDuration, milliseconds, type Duration } from './duration.ts';
import { inWords, linesOf, mistakenMethods } from './mistakes.ts';
import { mails } from './mails.ts';
import { misplacedLocalhosts, webhooks, type WebhookConfiguration } from './webhooks.ts';

/** What `createMfa()` takes. */
export interface MfaConfiguration {
  /**
   * Where people reach the application, an origin without path: `https://app.example.com`, or `http://localhost` with any port. It alone
   * decides origin and links, never a request header.
   */
  readonly publicUrl: string;
  /** Where the host mounts `mfa.router`; default `/mfa`. */
  readonly basePath?: string;
  /** The service's name as people know it, 1 to 64 characters: in the authenticator app and in mails. */
  readonly serviceName: string;
  /** `sqlite:<path>` (one process), `sqlite::memory:` (not in production), or `postgres://…` (many processes). */
  readonly database: string;
  /** The key ring: `npx @mfa-kit/server keys generate` makes one. */
  readonly keys: KeyRingSettings;
  /** Unwraps the ring's keys at start; default: they are plain base64url. */
  readonly keyProvider?: KeyProvider;
  /** The people of the host: the kit knows them by an id, and asks for the rest. */
  readonly users: Users;
  /** `smtpMailer()`, or one of the host's. Without one, mails wait in the outbox; required with `NODE_ENV=production`. */
  readonly mailer?: Mailer;
  readonly mails?: {
    /** How people reach those who run the service: an address, a telephone number, a few words; up to 200 characters, without a link. It stands at the end of every mail. */
    readonly contact?: string;
    /** Words of mails by BCP 47 tag: languages that the kit has not, or what it shall say otherwise in those that it has. */
    readonly languages?: Readonly<Record<string, PartialMailLanguage>>;
  };
  /** Tells where an address is, for the list of sessions; without one, it names no places. */
  readonly placeLookup?: PlaceLookup;
  /** Default: the database's on PostgreSQL, so that all processes agree; else the machine's. */
  readonly clock?: Clock;
  /** For recovery codes; default `argon2Hasher()`: argon2id behind a bounded queue. */
  readonly hasher?: Hasher;
  /** A pino logger; default: JSON lines on standard output, from `warn` up. */
  readonly logger?: Logger;
  /** Proxies whose `X-Forwarded-For` is believed (rule L4), by address or range: `10.0.0.0/8`, `loopback`; default none. */
  readonly trustedProxies?: readonly string[];
  readonly sessions?: {
    /** From sign-in to the end, whatever happens; default and most `'24h'` (rule B1). */
    readonly absolute?: Duration;
    /** Without a request; default and most `'1h'`. */
    readonly idle?: Duration;
  };
  /** Whether people may skip the challenge in a browser of theirs, and for how long; default and most `{ for: '30d' }`. `false` remembers none. */
  readonly rememberDevices?: false | { readonly for?: Duration };
  readonly passkeys?: {
    /** The domain that passkeys are bound to for good: the public URL's host (the default) or a parent domain of it. */
    readonly rpId?: string;
    /** Other origins of the same application that may use its passkeys; `/.well-known/webauthn` lists them to browsers. */
    readonly relatedOrigins?: readonly string[];
    /** Pages that may show the application in a frame and still use passkeys (rule W3); default none. */
    readonly topOrigins?: readonly string[];
    /** What a counter that went back leads to (rule W6); default `'refuse-device-bound'`, which only reports it for synced ones. */
    readonly counterAnomalies?: RelyingParty['counterAnomalies'];
    /** The page on which a person adds a passkey, for `/.well-known/passkey-endpoints`; default none. */
    readonly enrollUrl?: string;
    /** The page on which a person manages them, likewise. */
    readonly manageUrl?: string;
  };
  /** How recently something must have been proven for a dangerous action of the kit's own; default `'5m'`, at most `'15m'`. */
  readonly freshWithin?: Duration;
  /**
   * Getting back in by mail when every factor and every code is lost (rule R1). Default: on with a wait of `'72h'` where `users` has
   * `findByLogin` and `verifyPassword`, else off.
   */
  readonly accountRecovery?: false | { /** At least `'24h'`, at most `'30d'`. */ readonly wait?: Duration };
  /** The host's dangerous actions by name, for `mfa.require({ action })`; none by default. */
  readonly actions?: Readonly<
    Record<
      string,
      {
        /** How recently the person must have proven; at most `'24h'`. */
        readonly within: Duration;
        /** A proof opens the action once, and the next time it takes a new one; default `false`. */
        readonly singleUse?: boolean;
        /** `highest` (the default) is 2 for people who have a factor, else 1; `2` refuses people without one. */
        readonly aal?: 'highest' | 1 | 2;
      }
    >
  >;
  readonly audit?: {
    /** How long events are kept; default `'397d'`, thirteen months; from `'90d'` to `'3660d'`. */
    readonly retention?: Duration;
    /** The share of right second factors that stay after 90 days, from 0 to 1; default 0.1. Everything else stays. */
    readonly sample?: number;
  };
  /**
   * What is asked of people where their workspace did not change it; see `docs/policy.md`. `tiers` holds in every workspace.
   */
  readonly policy?: {
    /** Whether everybody has to have multi-factor authentication; default `false`. */
    readonly required?: boolean;
    /** Roles that have to, in the words of `users`; default `['admin']`. */
    readonly roles?: readonly string[];
    /** Tiers whose people have to, in the words of `users`; default `['enterprise']`. */
    readonly tiers?: readonly string[];
    /** How long who has to has time for it, from when that is first seen, 0 to 365; default 14. */
    readonly graceDays?: number;
    /** Whether people may have their browser remembered; default `true`. */
    readonly rememberDevice?: boolean;
    /** Roles that have to have a passkey, and prove with nothing else; none by default. */
    readonly phishingResistantRoles?: readonly string[];
  };
  /** Servers of the host that are told of events, signed (rule B7); default none, at most 20. */
  readonly webhooks?: readonly WebhookConfiguration[];
  /** Who may administer whom; default: nobody anybody. */
  readonly authorize?: Authorize;
}

const portWith = <Port>(
  methods: readonly (keyof Port & string)[],
  optional: readonly (keyof Port & string)[],
): z.ZodType<Port> =>
  z
    .custom<Port>(
      (value) =>
        typeof value === 'object' &&
        value !== null &&
        methods.every((name) => typeof (value as Record<string, unknown>)[name] === 'function'),
      { error: `has to be an object with ${methods.map((name) => `${name}()`).join(' and ')}` },
    )
    .superRefine((value, context) => {
      const all = [...methods, ...optional];
      for (const message of mistakenMethods(value as Readonly<Record<string, unknown>>, all))
        context.addIssue({ code: 'custom', message });
    });

const port = <Port>(...methods: (keyof Port & string)[]): z.ZodType<Port> => portWith(methods, []);

const length = z.custom<Duration>((value) => typeof value === 'string' && isDuration(value), {
  error: 'has to be a length of time such as 30s, 5m, 24h or 30d',
});

const asMilliseconds = <Given extends z.ZodType<Duration>>(
  given: Given,
  most: Duration,
  least: Duration = '1s',
) =>
  given
    .transform((text) => milliseconds(text))
    .refine((length) => length <= milliseconds(most), { error: `may be ${most} at most` })
    .refine((length) => length >= milliseconds(least), { error: `has to be ${least} at least` });

const duration = (fallback: Duration, most: Duration, least?: Duration) =>
  asMilliseconds(length.default(fallback), most, least);

/** What the action is called in answers, in the audit and in the routes that name it. */
const actionName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, {
  error: 'has to be a name such as billing.charge',
});

const action = z.strictObject({
  within: asMilliseconds(length, '24h'),
  singleUse: z.boolean().default(false),
  aal: z.union([z.literal('highest'), z.literal(1), z.literal(2)]).default('highest'),
});

const publicUrl = z.string().transform((text, context) => {
  const url = URL.parse(text);
  const problem =
    url === null
      ? 'is not a URL; it is such as https://app.example.com'
      : !['https:', 'http:'].includes(url.protocol)
        ? 'has to begin with https://'
        : url.protocol === 'http:' && url.hostname !== 'localhost'
          ? 'has to be https; plain http is for localhost only, since cookies would travel readable'
          : url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== ''
            ? 'has to be an origin, without path, query, fragment or user'
            : undefined;
  if (url === null || problem !== undefined) {
    context.addIssue({ code: 'custom', message: problem ?? 'is not a URL' });
    return z.NEVER;
  }
  return url.origin;
});

function isProxy(text: string): boolean {
  try {
    compile(text);
    return true;
  } catch {
    return false;
  }
}

const trustedProxy = z.string().refine(isProxy, {
  error: 'has to be an address, a range such as 10.0.0.0/8, or one of loopback, linklocal, uniquelocal',
});

/** The form of a key ring; whether its keys are right is found when they are opened. */
export const keyRing = z
  .strictObject({
    current: z.string().min(1),
    keys: z.record(z.string().regex(KEY_ID), z.string().min(1)),
  })
  .refine(({ current, keys }) => Object.hasOwn(keys, current), {
    error: 'current has to name one of keys',
    path: ['current'],
  });

/** Roles or tiers, as the host calls them. */
const words = z.array(z.string().min(1).max(64));

const shape = z.strictObject({
  publicUrl,
  basePath: z
    .string()
    .regex(/^\/[A-Za-z0-9/_-]*[A-Za-z0-9_-]$/, { error: 'has to be a path such as /mfa' })
    .default('/mfa'),
  serviceName: z.string().trim().min(1).max(64),
  database: z
    .string()
    .regex(DATABASE_URL, { error: 'has to be sqlite:<path>, sqlite::memory: or postgres://…' }),
  keys: keyRing,
  keyProvider: port<KeyProvider>('wrap', 'unwrap').optional(),
  users: portWith<Users>(['find'], ['verifyPassword', 'findByLogin', 'admins', 'members']),
  mailer: portWith<Mailer>(['send'], ['check', 'close']).optional(),
  mails,
  placeLookup: port<PlaceLookup>('find').optional(),
  clock: port<Clock>('now').optional(),
  hasher: port<Hasher>('hash', 'verify').optional(),
  logger: port<Logger>('info', 'warn', 'error').optional(),
  trustedProxies: z.array(trustedProxy).default([]),
  sessions: z.strictObject({ absolute: duration('24h', '24h'), idle: duration('1h', '1h') }).prefault({}),
  rememberDevices: z
    .union([z.literal(false), z.strictObject({ for: duration('30d', '30d') })], {
      error: "has to be false, or { for: '30d' } with 30d at most",
    })
    .prefault({}),
  passkeys: z
    .strictObject({
      rpId: z.string().optional(),
      relatedOrigins: z.array(publicUrl).default([]),
      topOrigins: z.array(publicUrl).default([]),
      counterAnomalies: z.enum(['refuse-device-bound', 'refuse-all']).default('refuse-device-bound'),
      enrollUrl: z.url().optional(),
      manageUrl: z.url().optional(),
    })
    .prefault({}),
  freshWithin: duration('5m', '15m'),
  accountRecovery: z
    .union([z.literal(false), z.strictObject({ wait: duration('72h', '30d', '24h') })], {
      error: "has to be false, or { wait: '72h' } with 24h at least and 30d at most",
    })
    .optional(),
  actions: z.record(actionName, action).default({}),
  audit: z
    .strictObject({
      // Thirteen months, however many of them have 31 days.
      retention: duration('397d', '3660d').refine((length) => length >= milliseconds('90d'), {
        error: 'has to be 90d at least',
      }),
      sample: z.number().min(0).max(1).default(0.1),
    })
    .prefault({}),
  policy: z
    .strictObject({
      required: z.boolean().default(false),
      roles: words.default(['admin']),
      tiers: words.default(['enterprise']),
      graceDays: z.int().min(0).max(365).default(14),
      rememberDevice: z.boolean().default(true),
      phishingResistantRoles: words.default([]),
    })
    .prefault({}),
  webhooks,
  authorize: z
    .custom<Authorize>((value) => typeof value === 'function', { error: 'has to be a function' })
    .default(() => () => Promise.resolve(false)),
});

/** What no single setting can tell. */
const schema = shape.superRefine((settings, context) => {
  const { publicUrl: own, passkeys, keys, keyProvider, accountRecovery, users } = settings;
  const { rpId } = passkeys;
  if (accountRecovery && !canRecover(users)) {
    context.addIssue({
      code: 'custom',
      path: ['accountRecovery'],
      message: 'needs findByLogin() and verifyPassword() of users',
    });
  }
  const host = new URL(own).hostname;
  // A domain of one word is a public suffix, and passkeys of all of .com would be: browsers refuse it.
  const isParent = rpId?.includes('.') === true && host.endsWith(`.${rpId}`);
  if (rpId !== undefined && host !== rpId && !isParent) {
    context.addIssue({
      code: 'custom',
      path: ['passkeys', 'rpId'],
      message: `has to be ${host} or a parent domain of it`,
    });
  }
  for (const index of misplacedLocalhosts(settings.webhooks, own)) {
    context.addIssue({
      code: 'custom',
      path: ['webhooks', index, 'url'],
      message: 'may be on localhost only while publicUrl is',
    });
  }
  // With a provider, what the ring holds is the provider's business; without one it is the keys themselves.
  if (keyProvider) return;
  for (const [id, key] of Object.entries(keys.keys)) {
    if (Buffer.from(key, 'base64url').length === KEY_BYTES) continue;
    context.addIssue({
      code: 'custom',
      path: ['keys', 'keys', id],
      message: `has to be ${KEY_BYTES} bytes, base64url`,
    });
  }
});

/** The configuration with defaults filled in; lengths of time in milliseconds. */
export type Settings = z.output<typeof schema>;

/** Everything that is wrong with a configuration, told at once. */
export class ConfigurationError extends Error {
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(
      `The configuration of mfa-kit has ${mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`}:\n${mistakes.map((line) => `  - ${line}`).join('\n')}`,
    );
    this.name = 'ConfigurationError';
    this.mistakes = mistakes;
  }
}

/** What may be tried at a desk and must not serve people. */
function dangersInProduction(settings: Settings): readonly string[] {
  return [
    ...(settings.database === 'sqlite::memory:'
      ? ['database: sqlite::memory: forgets everything; not in production']
      : []),
    ...(settings.mailer
      ? []
      : ['mailer: is missing; people would not be told of changes to their account; not in production']),
  ];
}

/**
 * @throws ConfigurationError naming every mistake with its key.
 */
export function readConfiguration(
  configuration: MfaConfiguration,
  environment: string | undefined = process.env['NODE_ENV'],
): Settings {
  const result = schema.safeParse(configuration, { error: inWords });
  if (!result.success) {
    throw new ConfigurationError(result.error.issues.flatMap((issue) => linesOf(issue, configuration)));
  }
  const dangers = environment === 'production' ? dangersInProduction(result.data) : [];
  if (dangers.length > 0) throw new ConfigurationError(dangers);
  return result.data;
}
