import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import {
  context,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
  type TextMapPropagator,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
  type ReadableSpan,
} from '@opentelemetry/sdk-trace-base';
import { MailServerAway } from '../ports/mailer.ts';
import { enrol, PASSWORD, signIn } from '../testing/people.ts';
import { startKit, type RunningKit } from '../testing/running-kit.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

/** Reads `traceparent`, as the propagator that hosts register does. */
const traceContext: TextMapPropagator = {
  inject: () => undefined,
  fields: () => ['traceparent'],
  extract(from, carrier, getter) {
    const header = getter.get(carrier, 'traceparent');
    const [, traceId, spanId] = String(header).split('-');
    return traceId && spanId
      ? trace.setSpanContext(from, { traceId, spanId, traceFlags: 1, isRemote: true })
      : from;
  },
};

describe('With an SDK of OpenTelemetry', () => {
  const exporter = new InMemorySpanExporter();
  let kit: RunningKit;
  let mailTrouble: Error | undefined;
  before(async () => {
    trace.setGlobalTracerProvider(
      new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
    );
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    propagation.setGlobalPropagator(traceContext);
    kit = await startKit({
      configuration: {
        trustedProxies: ['loopback'],
        mailer: { send: () => (mailTrouble ? Promise.reject(mailTrouble) : Promise.resolve()) },
      },
      host: (app, mfa) => {
        app.get('/notes', async (request, response) => {
          await trace.getTracer('host').startActiveSpan('GET /notes', async (span) => {
            response.json({ of: (await mfa.session(request))?.user?.id });
            span.end();
          });
        });
        // As instrumentation of the host's own does it around everything.
        app.use('/instrumented', (request, response, next) => {
          trace.getTracer('host').startActiveSpan('GET', (span) => {
            response.once('finish', () => span.end());
            mfa.router(request, response, next);
          });
        });
      },
    });
  });
  afterEach(() => {
    exporter.reset();
  });
  after(async () => {
    await kit.close();
    trace.disable();
    context.disable();
    propagation.disable();
  });

  /** What was told while something was done. */
  async function told(work: () => Promise<unknown>): Promise<readonly ReadableSpan[]> {
    exporter.reset();
    await work();
    return exporter.getFinishedSpans();
  }
  const named = (spans: readonly ReadableSpan[], name: string): ReadableSpan => {
    const span = spans.find((one) => one.name === name);
    assert.ok(span, `${name} is not among ${spans.map((one) => one.name).join(', ')}`);
    return span;
  };

  it('each request has a span by its pattern, and in it one for each unit of work of the database', async () => {
    const browser = await signIn(kit.browser());
    const started = await browser.post('/totp');
    const spans = await told(() => browser.delete(`/totp/${String(started.body['id'])}`));
    const request = named(spans, 'DELETE /mfa/totp/:id');
    assert.equal(request.kind, SpanKind.SERVER);
    assert.deepEqual(request.attributes, {
      'http.request.method': 'DELETE',
      'http.route': '/mfa/totp/:id',
      'http.response.status_code': 204,
    });
    const session = named(spans, 'mfa.store findSession');
    assert.equal(session.parentSpanContext?.spanId, request.spanContext().spanId);
    assert.deepEqual(session.attributes, {
      'db.system.name': 'sqlite',
      'db.operation.name': 'findSession',
    });
  });

  it('hashes are seen within the request that waits for them', async () => {
    const { recoveryCodes } = await enrol(kit, kit.browser());
    const pending = await signIn(kit.browser());
    const spans = await told(() => pending.post('/challenge/recovery-code', { code: recoveryCodes[0] }));
    const request = named(spans, 'POST /mfa/challenge/recovery-code');
    assert.equal(named(spans, 'mfa.hash verify').parentSpanContext?.spanId, request.spanContext().spanId);
  });

  it('a refusal is an answer, trouble of our own is an error', async () => {
    const refused = named(await told(() => kit.browser().get('/factors')), 'GET /mfa/factors');
    assert.equal(refused.status.code, SpanStatusCode.UNSET);
    assert.equal(refused.attributes['http.response.status_code'], 401);
    const broken = await startKit({
      configuration: {
        users: {
          find: () => Promise.resolve(undefined),
          verifyPassword: () => Promise.reject(new Error('away')),
        },
      },
    });
    const credentials = { login: 'ada@example.com', password: PASSWORD };
    const failed = named(
      await told(() => broken.browser().post('/sign-in', credentials)),
      'POST /mfa/sign-in',
    );
    assert.equal(failed.status.code, SpanStatusCode.ERROR);
    assert.equal(failed.attributes['error.type'], '503');
    await broken.close();
  });

  it('what the host traces already goes on; else the trace of a proxy that is believed', async () => {
    const spans = await told(() => kit.browser().host('GET', '/instrumented/session'));
    const inner = named(spans, 'GET /mfa/session');
    assert.equal(inner.kind, SpanKind.INTERNAL);
    assert.equal(inner.parentSpanContext?.spanId, named(spans, 'GET').spanContext().spanId);
    const traceparent = `00-${TRACE}-00f067aa0ba902b7-01`;
    const ask = (at: RunningKit) => () => fetch(`${at.base}/mfa/session`, { headers: { traceparent } });
    assert.equal(named(await told(ask(kit)), 'GET /mfa/session').spanContext().traceId, TRACE);
    const stranger = await startKit();
    assert.notEqual(named(await told(ask(stranger)), 'GET /mfa/session').spanContext().traceId, TRACE);
    await stranger.close();
  });

  it('what the host asks of the kit is a part of the host’s own span', async () => {
    const browser = await signIn(kit.browser(), 'linus');
    const spans = await told(() => browser.host('GET', '/notes'));
    const host = named(spans, 'GET /notes');
    assert.equal(named(spans, 'mfa.store findSession').parentSpanContext?.spanId, host.spanContext().spanId);
  });

  it('mails have spans of their own, which tell neither whom they go to nor what a server said of that (K6)', async () => {
    await kit.mfa.jobs.runDue();
    mailTrouble = new MailServerAway('550 ada@example.com is not known here');
    await enrol(kit, kit.browser(), 'linus');
    const [mail] = (await told(() => kit.mfa.jobs.runDue())).filter(({ name }) => name === 'mfa.mail send');
    mailTrouble = undefined;
    assert.equal(mail?.kind, SpanKind.CLIENT);
    assert.deepEqual([mail.status.code, mail.status.message], [SpanStatusCode.ERROR, undefined]);
    assert.deepEqual(mail.attributes, { 'error.type': 'Error' });
    assert.deepEqual(mail.events, []);
  });

  it('a process that nobody asks anything tells nothing', async () => {
    await kit.mfa.jobs.runDue();
    kit.clock.advance(3_600_000);
    assert.deepEqual(
      (await told(() => kit.mfa.jobs.runDue())).filter(({ name }) => name !== 'mfa.mail send'),
      [],
    );
  });

  it('nothing of a person, and nothing secret, is in names and attributes (K6)', async () => {
    const spans = await told(async () => {
      const { recoveryCodes } = await enrol(kit, kit.browser(), 'grace');
      const pending = await signIn(kit.browser(), 'grace');
      await pending.post('/challenge/recovery-code', { code: recoveryCodes[0] });
    });
    const text = JSON.stringify(
      spans.map(({ name, attributes, events, status }) => [name, attributes, events, status]),
    );
    assert.doesNotMatch(text, /grace|user-/);
    for (const secret of kit.witness.secrets) assert.ok(!text.includes(secret));
  });
});
