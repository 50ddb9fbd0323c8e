import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { STATUS_OF_CODE, type ProblemCode } from '../api/problem.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';
import { codesOf, openApiDocument } from './openapi.ts';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly { name: string; in: string; required: boolean; schema: object }[];
  readonly requestBody?: { content: Record<string, { schema: object }> };
  readonly security: readonly Record<string, readonly string[]>[];
  readonly responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
}

interface Document {
  readonly openapi: string;
  readonly info: { title: string; version: string };
  readonly servers: readonly { url: string }[];
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: {
    schemas: Record<string, object>;
    securitySchemes: Record<string, Record<string, string>>;
  };
}

/** Every `$ref` anywhere below. */
function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) =>
    key === '$ref' && typeof below === 'string' ? [below] : referencesIn(below),
  );
}

describe('GET /openapi.json', () => {
  let kit: RunningKit;
  let document: Document;
  let operations: (Operation & { method: string; path: string })[];
  before(async () => {
    kit = await startKit();
    document = (await kit.browser().get('/openapi.json')).body as unknown as Document;
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ ...operation, method, path })),
    );
  });
  after(() => kit.close());

  it('is an OpenAPI 3.1 document whose paths are relative to the mount path', () => {
    assert.match(document.openapi, /^3\.1\.\d+$/);
    assert.ok(document.info.title !== '' && document.info.version !== '');
    assert.deepEqual(document.servers, [{ url: `${kit.base.replace('127.0.0.1', 'localhost')}/mfa` }]);
    assert.ok(Object.keys(document.paths).every((path) => /^\/[\w\-./{}]+$/.test(path)));
  });

  it('describes every declared route, itself included, and nothing else', () => {
    const described = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort();
    const declared = kit.mfa.routes
      .map(({ method, path }) => `${method} ${path.replace(':id', '{id}')}`)
      .sort();
    assert.deepEqual(described, declared);
    assert.ok(declared.includes('GET /openapi.json'));
  });

  it('names every operation once, in words of its own', () => {
    assert.equal(new Set(operations.map(({ operationId }) => operationId)).size, operations.length);
    for (const { operationId, summary } of operations) {
      assert.match(operationId, /^[a-z][A-Za-z.]+$/);
      assert.ok(summary.length > 5, operationId);
    }
  });

  it('declares every parameter of a path', () => {
    for (const { path, parameters = [] } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = parameters.filter((one) => one.in === 'path');
      assert.deepEqual(
        declared.map(({ name }) => name),
        named,
      );
      assert.ok(declared.every(({ required }) => required));
    }
  });

  it('declares what may stand after the question mark, and that all of it may be left out', () => {
    const parameters = document.paths['/activity']?.['get']?.parameters ?? [];
    assert.deepEqual(
      parameters.map(({ name }) => name),
      ['type', 'ip', 'from', 'to', 'outcome', 'limit', 'cursor'],
    );
    for (const one of parameters) {
      assert.deepEqual([one.in, one.required], ['query', false]);
      assert.ok(Object.keys(one.schema).length > 0, one.name);
    }
  });

  it('lists for each route every code with its status, as problem details', () => {
    for (const route of kit.mfa.routes) {
      const operation = document.paths[route.path.replace(':id', '{id}')]?.[route.method.toLowerCase()];
      const listed = Object.entries(operation?.responses ?? {}).flatMap(([status, { content }]) => {
        const schema = content?.['application/problem+json']?.schema as
          { allOf: [{ $ref: string }, { properties: { code: { enum: ProblemCode[] } } }] } | undefined;
        if (!schema) return [];
        const codes = schema.allOf[1].properties.code.enum;
        assert.ok(
          codes.every((code) => STATUS_OF_CODE[code] === Number(status)),
          `${route.path} ${status}`,
        );
        return codes;
      });
      assert.deepEqual(listed.sort(), [...codesOf(route)], `${route.method} ${route.path}`);
    }
  });

  it('has one answer for success, with a schema unless there is nothing to say', () => {
    for (const { operationId, responses } of operations) {
      const [status, ...others] = Object.keys(responses).filter((one) => one.startsWith('2'));
      assert.deepEqual(others, [], operationId);
      const schemas = Object.values(responses[status ?? '']?.content ?? {}).map(({ schema }) => schema);
      assert.equal(schemas.length, status === '204' ? 0 : 1, operationId);
      assert.ok(schemas.every((schema) => Object.keys(schema).length > 0));
    }
  });

  it('refers only to what it contains', () => {
    const references = new Set(referencesIn(document));
    assert.ok(references.size > 0);
    for (const reference of references) {
      const name = /^#\/components\/schemas\/(\w+)$/.exec(reference)?.[1];
      assert.ok(name !== undefined && name in document.components.schemas, reference);
    }
    for (const { security } of operations) {
      for (const name of security.flatMap((one) => Object.keys(one))) {
        assert.ok(name in document.components.securitySchemes, name);
      }
    }
  });

  it('asks for the CSRF header wherever the router does', () => {
    for (const route of kit.mfa.routes) {
      const { security } = operations.find(
        ({ method, path }) =>
          method.toUpperCase() === route.method && path === route.path.replace(':id', '{id}'),
      )!;
      const asked = security.some((one) => 'csrf' in one);
      const changing = route.method !== 'GET';
      // A sign-out needs no cookie, but with a live one it needs the token.
      assert.equal(asked, changing && route.authentication !== 'begins', `${route.method} ${route.path}`);
    }
  });

  it('names the cookies as they are where it is served', () => {
    const secure = openApiDocument(kit.mfa.routes, {
      publicUrl: 'https://app.example.com',
      basePath: '/mfa',
    });
    assert.equal(document.components.securitySchemes['session']?.['name'], 'mfa-session');
    assert.equal((secure as Document).components.securitySchemes['session']?.['name'], '__Host-mfa-session');
  });
});
