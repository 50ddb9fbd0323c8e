import { readFileSync } from 'node:fs';
import type { Duration, MfaConfiguration } from '@mfa-kit/server';

/** What the environment tells a node, and the process of the jobs. */
export interface Settings {
  readonly port: number;
  readonly databaseUrl: string;
  readonly publicUrl: string;
  readonly smtpUrl: string;
  readonly keys: MfaConfiguration['keys'];
  readonly trustedProxies: readonly string[];
  /** Longer than the balancer takes to notice that a node is not ready. */
  readonly drain: Duration;
}

function withPassword(url: string, file: string | undefined): string {
  if (file === undefined) return url;
  const complete = new URL(url);
  complete.password = readFileSync(file, 'utf8').trim();
  return complete.href;
}

/** @throws Error naming the variable that is missing. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = (name: string): string => {
    const text = environment[name];
    if (text === undefined || text === '') throw new Error(`${name} has to be set`);
    return text;
  };
  return {
    port: Number(environment['PORT'] ?? 3000),
    databaseUrl: withPassword(given('DATABASE_URL'), environment['DATABASE_PASSWORD_FILE']),
    publicUrl: given('PUBLIC_URL'),
    smtpUrl: given('SMTP_URL'),
    // A file, as orchestrators hand over secrets: an environment is seen by more than the process.
    keys: JSON.parse(readFileSync(given('MFA_KEYS_FILE'), 'utf8')) as Settings['keys'],
    trustedProxies: (environment['TRUSTED_PROXIES'] ?? 'loopback').split(','),
    drain: (environment['DRAIN'] ?? '5s') as Duration,
  };
}
