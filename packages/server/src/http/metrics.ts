import type { RequestHandler } from 'express';
import type { Registry } from 'prom-client';
import type { Gauges } from '../adoption/gauges.ts';

/**
 * What Prometheus scrapes, as a handler to mount and as text. It says nothing of anybody, but a lot of how an installation is doing: mount it
 * where only the monitoring gets to, never on the public side.
 */
export type MetricsEndpoint = RequestHandler & { text(): Promise<string> };

export function createMetricsEndpoint(registry: Registry, gauges: Gauges): MetricsEndpoint {
  async function text(): Promise<string> {
    await gauges.refresh();
    return registry.metrics();
  }
  const handler: RequestHandler = (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      next();
      return;
    }
    text().then((body) => {
      response.set({ 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' }).send(body);
    }, next);
  };
  return Object.assign(handler, { text });
}
