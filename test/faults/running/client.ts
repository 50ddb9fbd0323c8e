import { Agent, request as send } from 'node:http';
import type { Answer } from '../../attacks/http/answer.ts';
import { Browser } from '../../attacks/http/browser.ts';
import type { Request } from '../../attacks/http/request.ts';

/** The connection ended without an answer: whatever was asked may have been done, or not. */
export class Cut extends Error {}

export interface Client {
  /** @param from The address that the server is told. */
  browser(from: string, userAgent?: string): Browser;
  close(): void;
}

/** Browsers on an application, over connections that are kept. */
export function createClient(origin: string): Client {
  const agent = new Agent({ keepAlive: true });
  const { port } = new URL(origin);

  const ask = (
    { method, path, headers = {}, body }: Request,
    further: Record<string, string>,
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const content = body === undefined ? undefined : JSON.stringify(body);
      const asked = send({
        host: '127.0.0.1',
        port,
        method,
        path,
        agent,
        headers: {
          host: `localhost:${port}`,
          'sec-fetch-site': 'same-origin',
          ...(content !== undefined && { 'content-length': Buffer.byteLength(content) }),
          ...further,
          ...(headers as Record<string, string>),
        },
      });
      asked.once('error', (error) => reject(new Cut(error.message)));
      asked.once('response', (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part));
        answer.once('close', () => {
          if (answer.complete) resolve(answerOf(answer.statusCode ?? 0, answer.headersDistinct, text));
          else reject(new Cut('in the middle of an answer'));
        });
      });
      asked.end(content);
    });

  return {
    browser: (from, userAgent = 'a browser') =>
      new Browser((request) => ask(request, { 'x-forwarded-for': from, 'user-agent': userAgent }), from),
    close: () => agent.destroy(),
  };
}

function answerOf(status: number, headers: NodeJS.Dict<string[]>, text: string): Answer {
  const isObject = text.startsWith('{');
  return {
    status,
    headers: new Map(Object.entries(headers).map(([name, values]) => [name, values ?? []])),
    text,
    body: isObject ? (JSON.parse(text) as Record<string, unknown>) : {},
  };
}
