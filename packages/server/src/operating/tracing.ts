import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Attributes, Span } from '@opentelemetry/api';
import { Problem } from '../api/problem.ts';

type Api = typeof import('@opentelemetry/api');

/** What of the kit is told to OpenTelemetry. Names and attributes are the kit's own words, never a caller's, a person's or an id. */
export interface Tracing {
  /** Answers requests of a route in a span. @param route As it is declared, with the mount path. */
  ofRoute<Request extends IncomingMessage, Response extends ServerResponse>(
    route: { readonly method: string; readonly path: string },
    answer: (request: Request, response: Response) => Promise<void>,
  ): (request: Request, response: Response) => Promise<void>;
  /** Does a part of a request in a span within its; what no request waits for leaves none. */
  inner<Result>(name: string, attributes: Attributes, work: () => Promise<Result>): Promise<Result>;
  /** Talks to another server in a span, which begins a trace where there is none. */
  outgoing<Result>(
    name: string,
    attributes: Attributes,
    work: () => Promise<Result>,
    told?: (result: Result) => Attributes,
  ): Promise<Result>;
}

const NAME = '@mfa-kit/server';

async function installed(): Promise<Api | undefined> {
  try {
    return await import('@opentelemetry/api');
  } catch {
    return undefined;
  }
}

/** Without an SDK every tracer does nothing; it is not even asked then. */
function hasSdk({ trace }: Api): boolean {
  const provider = trace.getTracerProvider() as { getDelegateTracer?: (name: string) => unknown };
  return provider.getDelegateTracer === undefined || provider.getDelegateTracer(NAME) !== undefined;
}

/** What an error is called. Its message may name a mail address or the values of a row (rule K6), so it is not told. */
function typeOf(error: unknown): string {
  if (error instanceof Problem) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}

/**
 * @param isBelieved Whether the trace that a request says to belong to is gone on with: everybody can write there what they like.
 * @returns `undefined` where the host has no OpenTelemetry, or had registered no SDK by now; then nothing is asked and nothing costs.
 */
export async function openTracing(
  isBelieved: (request: IncomingMessage) => boolean,
): Promise<Tracing | undefined> {
  const api = await installed();
  if (!api || !hasSdk(api)) return undefined;
  const { context, propagation, trace, ROOT_CONTEXT, SpanKind, SpanStatusCode } = api;
  const tracer = trace.getTracer(NAME);

  async function ending<Result>(
    span: Span,
    work: () => Promise<Result>,
    told?: (result: Result) => Attributes,
  ): Promise<Result> {
    try {
      const result = await work();
      if (told) span.setAttributes(told(result));
      return result;
    } catch (error) {
      // A refusal is an answer.
      if (!(error instanceof Problem) || error.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttribute('error.type', typeOf(error));
      throw error;
    } finally {
      span.end();
    }
  }

  return {
    ofRoute({ method, path }, answer) {
      const name = `${method} ${path}`;
      return (request, response) => {
        // The declared method in the name: HEAD runs what GET declares.
        const attributes = { 'http.request.method': request.method ?? method, 'http.route': path };
        // With the host's own instrumentation the request has a span already; this one is then a part of it.
        const within = trace.getActiveSpan() !== undefined;
        const parent = within
          ? context.active()
          : isBelieved(request)
            ? propagation.extract(ROOT_CONTEXT, request.headers)
            : ROOT_CONTEXT;
        const kind = within ? SpanKind.INTERNAL : SpanKind.SERVER;
        return tracer.startActiveSpan(name, { kind, attributes }, parent, (span) =>
          ending(span, async () => {
            await answer(request, response);
            const { statusCode } = response;
            span.setAttribute('http.response.status_code', statusCode);
            if (statusCode < 500) return;
            span.setAttribute('error.type', String(statusCode)).setStatus({ code: SpanStatusCode.ERROR });
          }),
        );
      };
    },

    inner(name, attributes, work) {
      if (!trace.getActiveSpan()) return work();
      return tracer.startActiveSpan(name, { attributes }, (span) => ending(span, work));
    },

    outgoing: (name, attributes, work, told) =>
      tracer.startActiveSpan(name, { kind: SpanKind.CLIENT, attributes }, (span) => ending(span, work, told)),
  };
}
