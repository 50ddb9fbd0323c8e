import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { Attachment } from '../api/call.ts';

/** The text with its first piece already made: what fails by then can still be answered as a refusal. */
async function begun(text: AsyncIterable<string>): Promise<AsyncIterable<string>> {
  const iterator = text[Symbol.asyncIterator]();
  const first = await iterator.next();
  return (async function* () {
    if (first.done === true) return;
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  })();
}

/**
 * Sends a file, no faster than it is read. Trouble in the middle of it breaks the connection off: half a file must not look like a whole
 * one.
 */
export async function sendAttachment(
  request: Request,
  response: Response,
  { type, filename, text }: Attachment,
): Promise<void> {
  const pieces = await begun(text);
  response.type(type).set('Content-Disposition', `attachment; filename="${filename}"`);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  try {
    await pipeline(Readable.from(pieces), response);
  } catch (error) {
    // Whoever closes a tab in the middle of it has no need of an answer, and nobody of a line in the log.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}
