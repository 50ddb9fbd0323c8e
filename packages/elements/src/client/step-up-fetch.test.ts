import { expect } from '@open-wc/testing';
import { signedIn } from './scripted-answers.js';
import { ScriptedMfaClient } from './scripted-client.js';
import { stepUpFetch } from './step-up-fetch.js';

const stepUp = { methods: ['totp'], maxAge: 60, action: 'billing' };
const refusal = (code: string, status: number): Response =>
  Response.json({ code, stepUp: code === 'step_up_required' ? stepUp : undefined }, { status });

describe('stepUpFetch', () => {
  const original = globalThis.fetch;
  let sent: { body: string; csrf: string | null }[];
  let answers: Response[];
  let client: ScriptedMfaClient;

  beforeEach(() => {
    sent = [];
    answers = [];
    client = new ScriptedMfaClient({ session: signedIn });
    globalThis.fetch = async (input) => {
      const request = input as Request;
      sent.push({ body: await request.text(), csrf: request.headers.get('X-MFA-CSRF') });
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
    expect(sent).to.deep.equal([{ body: '{"amount":5}', csrf: 'session-token' }]);
    expect(client.count('session')).to.equal(1);
  });

  it('asks for a proof and repeats the request with its body', async () => {
    client.handleStepUp(() => Promise.resolve(true));
    answers = [refusal('step_up_required', 401), Response.json({ charged: 5 })];
    expect(await (await charge()).json()).to.deep.equal({ charged: 5 });
    expect(sent.map(({ body }) => body)).to.deep.equal(['{"amount":5}', '{"amount":5}']);
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
