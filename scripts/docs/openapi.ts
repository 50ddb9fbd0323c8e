import { createMfa, generateKeyRing, Problem, type ProblemCode } from '@mfa-kit/server';
import type { Schema } from './schema-shape.ts';

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

/** One call, as `GET /openapi.json` describes it. */
export interface Operation {
  readonly summary: string;
  readonly parameters?: readonly { readonly name: string; readonly in: 'path' | 'query' }[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content & { readonly description: string }>>;
  readonly 'x-authentication': 'anyone' | 'begins' | 'challenge' | 'session';
  readonly 'x-freshness': string;
  readonly 'x-restricted-session': 'open' | 'closed';
  readonly 'x-limits': readonly string[];
  readonly 'x-audit': readonly string[];
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: { readonly Problem: Schema } };
}

/** Asks the built package to describe itself. */
export async function openApi(): Promise<OpenApi> {
  const mfa = await createMfa({
    publicUrl: 'https://app.example.com',
    serviceName: 'Documentation',
    database: 'sqlite::memory:',
    keys: generateKeyRing(),
    users: {
      find: () => Promise.resolve(undefined),
      findByLogin: () => Promise.resolve(undefined),
      verifyPassword: () => Promise.resolve(undefined),
      members: () => Promise.resolve([]),
    },
  });
  try {
    const description = mfa.routes.find(({ path }) => path === '/openapi.json');
    if (!description) throw new Error('The router does not describe itself.');
    const origin = { now: 0, requestId: '', ip: '', userAgent: '' };
    const call = { origin, parameters: {}, query: undefined, body: undefined };
    const { body } = await description.handle(call, undefined);
    return body as OpenApi;
  } finally {
    await mfa.close();
  }
}

/** The status of each error code that the description names. */
export function statusOfCodes({ components }: OpenApi): Readonly<Record<string, number>> {
  const codes = components.schemas.Problem.properties?.['code']?.enum ?? [];
  return Object.fromEntries(codes.map((code) => [String(code), new Problem(code as ProblemCode).status]));
}
