import type { RequestHandler } from 'express';
import type { Readiness } from '../operating/readiness.ts';

/** How the process is, for those who watch it and send it requests. */
export interface Health {
  /** Whether the process is up. Whoever hears of it hears yes: one whose event loop stands still answers nothing, so probes need a time limit. */
  live(): boolean;
  /**
   * Whether requests should come here: the database answers within two seconds, has every table that this version needs, and nothing is
   * shutting down.
   */
  ready(): Promise<boolean>;
  /** Answers `GET …/live` and `GET …/ready` with 200 or 503, where the host mounts it. It tells yes or no, and nothing else. */
  readonly handler: RequestHandler;
}

export function createHealth(readiness: Readiness): Health {
  const live = (): boolean => true;
  const ready = (): Promise<boolean> => readiness.ready();
  const answers: Readonly<Record<string, () => Promise<Record<string, boolean>>>> = {
    '/live': () => Promise.resolve({ live: live() }),
    '/ready': async () => ({ ready: await ready() }),
  };
  return {
    live,
    ready,
    handler(request, response, next) {
      const answer = Object.hasOwn(answers, request.path) ? answers[request.path] : undefined;
      if (!answer || (request.method !== 'GET' && request.method !== 'HEAD')) {
        next();
        return;
      }
      answer().then((body) => {
        response
          .status(Object.values(body).every(Boolean) ? 200 : 503)
          .set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' })
          .type('json')
          .end(JSON.stringify(body));
      }, next);
    },
  };
}
