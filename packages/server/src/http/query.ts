import type { Request } from 'express';

/**
 * What stands after the `?`. A name that comes twice has a list as its value, which no schema takes: what was meant cannot be told.
 *
 * Express's own reading of it is the host's to configure, and may be any.
 */
export function readQuery(request: Request): Readonly<Record<string, unknown>> {
  if (!request.url.includes('?')) return {};
  const { searchParams } = new URL(request.url, 'http://localhost');
  const names = [...new Set(searchParams.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = searchParams.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}
