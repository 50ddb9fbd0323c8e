import express, { type Request, type RequestHandler } from 'express';
import { z } from 'zod';
import { Problem } from './problem.ts';

const onlyJson: RequestHandler = (request, _response, next) => {
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  if (hasBody && !request.is('application/json')) throw new Problem('unsupported_media_type');
  next();
};

/** Takes a JSON body and nothing else; an empty body counts as `{}`. */
export const jsonBody = [onlyJson, express.json({ limit: '64kb' })];

/** U+0000 is text to JSON and to SQLite, and to PostgreSQL it is none. */
export const holdsNoNull = (text: string): boolean => !text.includes('\0');

/** @throws Problem `validation_failed` that names each wrong field. */
export function bodyOf<Schema extends z.ZodType>(request: Request, schema: Schema): z.output<Schema> {
  return checked(request.body ?? {}, schema);
}

/** @throws Problem `validation_failed` that names each wrong parameter. */
export function queryOf<Schema extends z.ZodType>(request: Request, schema: Schema): z.output<Schema> {
  return checked(request.query, schema);
}

function checked<Schema extends z.ZodType>(value: unknown, schema: Schema): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields = result.error.issues.map(({ path, code }) => ({ path: path.join('.'), code }));
  throw new Problem('validation_failed', fields);
}
