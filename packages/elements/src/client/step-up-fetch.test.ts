import { expect } from '@open-wc/testing';
import { comes } from '../foundation/testing/rendering.js';
import { enforced, signedIn } from './scripted-answers.js';
import { refused, ScriptedMfaClient } from './scripted-client.js';
import { stepUpFetch } from './step-up-fetch.js';

const stepUp = { methods: ['totp'], maxAge: 60, action: 'billing' };
/** Waits for what passes through the browser's own tasks, on a slow machine too. */
const until = (condition: () => boolean): Promise<void> => comes(condition, 'it comes to that');

const refusal = (code: string, status: number): Response =>
  Response.json({ code, stepUp: code === 'step_up_required' ? stepUp : undefined }, { status });

describe('stepUpFetch', () => {
  const original = globalThis.fetch;
  let sent: { body: string; csrf: string | null; type: string | null }[];
  let answers: Response[];
  let client: ScriptedMfaClient;

  beforeEach(() => {
    sent = [];
    answers = [];
    client = new ScriptedMfaClient({ session: signedIn });
    globalThis.fetch = async (input) => {
      const request = input as Request;
      const { headers } = request;
      sent.push({
        body: await request.text(),
        csrf: headers.get('X-MFA-CSRF'),
        type: headers.get('Content-Type'),
      });
      return answers.shift() ?? Response.error();
    };
  });
  afterEach(() => {
    globalThis.fetch = original;
  });

  const charge = (): Promise<Response> =>
    stepUpFetch('/api/charge', { method: 'POST', body: '{"amount":5}' }, client);

  it('sends the token of the session, asking for it where it is not known', async () => {
    answers = [Response.json({})];
    expect((await charge()).status).to.equal(200);
    expect(sent).to.deep.equal([
      { body: '{"amount":5}', csrf: 'session-token', type: 'text/plain;charset=UTF-8' },
    ]);
    expect(client.count('session')).to.equal(1);
  });

  it('asks for a proof and repeats the request with its body', async () => {
    client.handleStepUp(() => Promise.resolve(true));
    answers = [refusal('step_up_required', 401), Response.json({ charged: 5 })];
    expect(await (await charge()).json()).to.deep.equal({ charged: 5 });
    expect(sent.map(({ body }) => body)).to.deep.equal(['{"amount":5}', '{"amount":5}']);
  });

  const once = (): Response[] => [refusal('step_up_required', 401), Response.json({ charged: 5 })];
  const ada = signedIn;
  const grace = { ...signedIn, user: { id: 'user-grace', name: 'grace', displayName: 'Grace' } };

  it('repeats a body that was a stream', async () => {
    client.handleStepUp(() => Promise.resolve(true));
    answers = once();
    const body = new Blob(['first', ' second']).stream();
    const init = { method: 'POST', body, duplex: 'half' };
    expect((await stepUpFetch('/api/upload', init, client)).status).to.equal(200);
    expect(sent.map((request) => request.body)).to.deep.equal(['first second', 'first second']);
  });

  it('repeats a form with the boundary that its header names', async () => {
    client.handleStepUp(() => Promise.resolve(true));
    answers = once();
    const body = new FormData();
    body.set('name', 'Acme');
    await stepUpFetch('/api/upload', { method: 'POST', body }, client);
    const [first, second] = sent;
    expect(second).to.deep.equal(first);
    const boundary = /boundary=(.+)$/.exec(first?.type ?? '')?.[1];
    expect(first?.body.startsWith(`--${String(boundary)}`)).to.equal(true);
  });

  it('repeats once: where a proof opens one action only, the second refusal is the answer', async () => {
    let asked = 0;
    client.handleStepUp(() => Promise.resolve((asked += 1) > 0));
    answers = [refusal('step_up_required', 401), refusal('step_up_required', 401)];
    expect((await charge()).status).to.equal(401);
    expect([asked, sent.length]).to.deep.equal([1, 2]);
  });

  it('R5: looks at the session again where policy blocks the call, and neither repeats it nor asks for a proof', async () => {
    let asked = 0;
    client.handleStepUp(() => Promise.resolve((asked += 1) > 0));
    answers = [refusal('mfa_required', 403)];
    client.play('session', ada, enforced);
    const response = await charge();
    expect(await response.json()).to.deep.equal({ code: 'mfa_required' });
    expect([asked, sent.length]).to.deep.equal([0, 1]);
    expect(client.current).to.equal(enforced);
  });

  it('answers what blocks the call also where the session can’t be looked at, and after a proof', async () => {
    client.handleStepUp(() => Promise.resolve(true));
    answers = [refusal('step_up_required', 401), refusal('mfa_required', 403)];
    client.play('session', ada, refused('offline'));
    expect((await charge()).status).to.equal(403);
    expect(client.count('session')).to.equal(2);
  });

  it('asks once for requests that are refused at the same time, and repeats each', async () => {
    let asked = 0;
    let prove: (proven: boolean) => void = () => undefined;
    client.handleStepUp(() => {
      asked += 1;
      return new Promise((resolve) => (prove = resolve));
    });
    answers = [refusal('step_up_required', 401), ...once()];
    const both = Promise.all([charge(), charge()]);
    answers.push(Response.json({ charged: 5 }));
    await until(() => sent.length === 2 && asked > 0);
    prove(true);
    expect((await both).map(({ status }) => status)).to.deep.equal([200, 200]);
    expect([asked, sent.length]).to.deep.equal([1, 4]);
  });

  it('gives up with the reason of its signal while the person is asked, and takes the question back', async () => {
    let withdrawn: AbortSignal | undefined;
    client.handleStepUp((_requirement, { signal }) => {
      withdrawn = signal;
      return new Promise(() => undefined);
    });
    answers = once();
    const abort = new AbortController();
    const init = { method: 'POST', body: '{}', signal: abort.signal };
    const request = stepUpFetch('/api/charge', init, client).catch((reason: unknown) => reason);
    await until(() => withdrawn !== undefined);
    abort.abort(new Error('The page has moved on.'));
    expect(((await request) as Error).message).to.equal('The page has moved on.');
    expect(withdrawn?.aborted).to.equal(true);
    expect(sent).to.have.lengthOf(1);
  });

  it('leaves the question open for others when one gives up', async () => {
    let withdrawn: AbortSignal | undefined;
    let prove: (proven: boolean) => void = () => undefined;
    client.handleStepUp((_requirement, { signal }) => {
      withdrawn = signal;
      return new Promise((resolve) => (prove = resolve));
    });
    answers = [refusal('step_up_required', 401), ...once()];
    const abort = new AbortController();
    const init = { method: 'POST', body: '{}', signal: abort.signal };
    const given = stepUpFetch('/api/charge', init, client).catch(() => 'given up');
    const kept = charge();
    await until(() => sent.length === 2 && withdrawn !== undefined);
    abort.abort();
    expect(await given).to.equal('given up');
    expect(withdrawn?.aborted).to.equal(false);
    prove(true);
    expect((await kept).status).to.equal(200);
  });

  it('repeats nothing as somebody else, who signed in in another tab while the dialog was open', async () => {
    client.handleStepUp(() => {
      client.switchTo(grace);
      return Promise.resolve(true);
    });
    answers = once();
    expect((await charge()).status).to.equal(401);
    expect(sent).to.have.lengthOf(1);
  });

  it('asks nobody for what somebody else had begun, who was signed in until just now', async () => {
    let asked = 0;
    client.switchTo(ada);
    client.handleStepUp(() => Promise.resolve((asked += 1) > 0));
    const proven = client.stepUp({ methods: ['totp'], maxAge: 300, action: 'billing.charge' });
    client.switchTo(grace);
    expect(await proven).to.equal(false);
    expect(asked).to.equal(0);
  });

  it('sends nothing with the token of somebody else, who signed in in another tab before', async () => {
    client.switchTo(ada);
    client.play('session', grace);
    answers = [refusal('csrf_failed', 403), Response.json({})];
    expect((await charge()).status).to.equal(403);
    expect(sent).to.have.lengthOf(1);
  });

  it('answers the refusal on a page where nothing asks for a proof', async () => {
    answers = once();
    expect((await charge()).status).to.equal(401);
  });

  it('answers the refusal, still to be read, when the person cancels', async () => {
    client.handleStepUp(() => Promise.resolve(false));
    answers = [refusal('step_up_required', 401)];
    const response = await charge();
    expect(response.status).to.equal(401);
    expect(((await response.json()) as { code: string }).code).to.equal('step_up_required');
  });

  it('fetches a refused token anew', async () => {
    answers = [refusal('csrf_failed', 403), Response.json({})];
    expect((await charge()).status).to.equal(200);
    expect(client.count('session')).to.equal(2);
  });

  it('leaves other answers alone', async () => {
    answers = [Response.json({ code: 'forbidden' }, { status: 403 })];
    expect((await charge()).status).to.equal(403);
    expect(sent).to.have.lengthOf(1);
  });

  it('never hands the token to another origin', async () => {
    const error = await stepUpFetch('https://elsewhere.example/', {}, client).catch(
      (reason: unknown) => reason,
    );
    expect(error).to.be.instanceOf(TypeError);
    expect(sent).to.have.lengthOf(0);
  });
});
