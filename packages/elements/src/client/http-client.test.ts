import { expect } from '@open-wc/testing';
import { comes } from '../foundation/testing/rendering.js';
import { HttpMfaClient } from './http-client.js';
import { MfaError } from './mfa-error.js';
import { enforced, signedIn, pendingSignIn } from './scripted-answers.js';
import type { SessionView } from './views.js';

const envelope = { id: 'abc', rawId: 'abc', type: 'public-key', clientExtensionResults: {} } as const;
const assertion = {
  ...envelope,
  response: { clientDataJSON: 'client', authenticatorData: 'authenticator', signature: 'signature' },
};
const attestation = { ...envelope, response: { clientDataJSON: 'client', attestationObject: 'attestation' } };

interface Sent {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: unknown;
}

/** Stands in for the network: answers in order, and keeps what was sent. */
class Network {
  readonly sent: Sent[] = [];
  readonly #answers: (() => Response | Promise<Response>)[] = [];
  readonly #original = globalThis.fetch;

  constructor() {
    globalThis.fetch = (input, init = {}) => {
      const url = input as string;
      init.signal?.throwIfAborted();
      this.sent.push({
        url,
        method: init.method ?? 'GET',
        headers: init.headers as Record<string, string>,
        body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      });
      const answer = this.#answers.shift();
      if (!answer) throw new Error(`nothing is left to answer to ${url}`);
      return Promise.resolve(answer());
    };
  }

  json(body: unknown, status = 200): this {
    return this.answer(() => Response.json(body, { status }));
  }

  refusal(code: string, status: number, details: object = {}): this {
    return this.answer(() =>
      Response.json({ type: 'about:blank', title: 'no', status, code, ...details }, { status }),
    );
  }

  answer(answer: () => Response | Promise<Response>): this {
    this.#answers.push(answer);
    return this;
  }

  restore(): void {
    globalThis.fetch = this.#original;
  }
}

async function rejection(promise: Promise<unknown>): Promise<MfaError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof MfaError)) throw new Error(`expected an MfaError, got ${String(error)}`);
  return error;
}

describe('HttpMfaClient', () => {
  let network: Network;
  let client: HttpMfaClient;

  beforeEach(() => {
    network = new Network();
    client = new HttpMfaClient('/mfa/');
  });
  afterEach(() => {
    network.restore();
  });

  it('makes the calls that the server describes', async () => {
    const calls: [() => Promise<unknown>, string, unknown][] = [
      [() => client.signIn('ada', 'secret'), 'POST /mfa/sign-in', { login: 'ada', password: 'secret' }],
      [() => client.challenge(), 'GET /mfa/challenge', undefined],
      [() => client.challengePassword('secret'), 'POST /mfa/challenge/password', { password: 'secret' }],
      [() => client.challengeTotp('123456'), 'POST /mfa/challenge/totp', { code: '123456' }],
      [
        () => client.challengeTotp('123456', true),
        'POST /mfa/challenge/totp',
        { code: '123456', rememberDevice: true },
      ],
      [() => client.challengeRecoveryCode('AAAA'), 'POST /mfa/challenge/recovery-code', { code: 'AAAA' }],
      [() => client.sessions(), 'GET /mfa/sessions', undefined],
      [() => client.endSession('a/b'), 'DELETE /mfa/sessions/a%2Fb', {}],
      [() => client.endOtherSessions(), 'DELETE /mfa/sessions', {}],
      [() => client.devices(), 'GET /mfa/devices', undefined],
      [() => client.forgetDevice('a/b'), 'DELETE /mfa/devices/a%2Fb', {}],
      [() => client.forgetAllDevices(), 'DELETE /mfa/devices', {}],
      [() => client.requestRecovery('ada'), 'POST /mfa/recovery', { login: 'ada' }],
      [() => client.recoveryStatus('token'), 'POST /mfa/recovery/status', { token: 'token' }],
      [() => client.openRecovery('token'), 'POST /mfa/recovery/open', { token: 'token' }],
      [() => client.cancelRecovery('token'), 'POST /mfa/recovery/cancel', { token: 'token' }],
      [
        () => client.completeRecovery('token', 'secret'),
        'POST /mfa/recovery/complete',
        { token: 'token', password: 'secret' },
      ],
      [() => client.factors(), 'GET /mfa/factors', undefined],
      [() => client.removeAllFactors(), 'DELETE /mfa/factors', {}],
      [() => client.startTotp(), 'POST /mfa/totp', {}],
      [() => client.confirmTotp('a/b', '123456'), 'POST /mfa/totp/a%2Fb/confirm', { code: '123456' }],
      [
        () => client.confirmTotp('a', '123456', 'Phone'),
        'POST /mfa/totp/a/confirm',
        { code: '123456', name: 'Phone' },
      ],
      [() => client.renameTotp('a', 'Phone'), 'PATCH /mfa/totp/a', { name: 'Phone' }],
      [() => client.removeTotp('a'), 'DELETE /mfa/totp/a', {}],
      [() => client.challengePasskeyOptions(), 'POST /mfa/challenge/passkey/options', {}],
      [() => client.challengePasskey(assertion), 'POST /mfa/challenge/passkey', { response: assertion }],
      [
        () => client.challengePasskey(assertion, true),
        'POST /mfa/challenge/passkey',
        { response: assertion, rememberDevice: true },
      ],
      [() => client.passkeySignInOptions(), 'POST /mfa/passkey-sign-in/options', {}],
      [() => client.passkeySignIn(assertion), 'POST /mfa/passkey-sign-in', { response: assertion }],
      [() => client.passkeyOptions(), 'POST /mfa/passkeys/options', {}],
      [() => client.passkeyOptions({ kind: 'phone' }), 'POST /mfa/passkeys/options', { kind: 'phone' }],
      [
        () => client.passkeyOptions({ conditional: true }),
        'POST /mfa/passkeys/options',
        { conditional: true },
      ],
      [() => client.addPasskey(attestation), 'POST /mfa/passkeys', { response: attestation }],
      [
        () => client.addPasskey(attestation, 'Phone'),
        'POST /mfa/passkeys',
        { response: attestation, name: 'Phone' },
      ],
      [() => client.passkeys(), 'GET /mfa/passkeys', undefined],
      [() => client.renamePasskey('a/b', 'Phone'), 'PATCH /mfa/passkeys/a%2Fb', { name: 'Phone' }],
      [() => client.removePasskey('a'), 'DELETE /mfa/passkeys/a', {}],
      [() => client.recoveryCodes(), 'GET /mfa/recovery-codes', undefined],
      [() => client.regenerateRecoveryCodes(), 'POST /mfa/recovery-codes', {}],
      [() => client.confirmRecoveryCodes(), 'POST /mfa/recovery-codes/confirm', {}],
      [() => client.signOut(), 'POST /mfa/sign-out', {}],
    ];
    for (const [call, line, body] of calls) {
      network.json({ ...signedIn, session: signedIn });
      await call();
      const sent = network.sent.at(-1);
      expect(`${sent?.method ?? ''} ${sent?.url ?? ''}`).to.equal(line);
      expect(sent?.body, line).to.deep.equal(body);
      expect(sent?.headers['Content-Type'], line).to.equal(body ? 'application/json' : undefined);
    }
  });

  it('sends the token of the last session view with what changes something, and only with that', async () => {
    network.json(pendingSignIn).json(signedIn).json(signedIn).json({});
    await client.signIn('ada', 'secret');
    await client.challengeTotp('123456');
    await client.regenerateRecoveryCodes();
    await client.factors();
    expect(network.sent.map(({ headers }) => headers['X-MFA-CSRF'])).to.deep.equal([
      undefined,
      'pending-token',
      'session-token',
      undefined,
    ]);
  });

  it('tells those who follow of each session, that of a confirmation included', async () => {
    const views: SessionView[] = [];
    const stop = client.subscribe((session) => views.push(session));
    network.json(pendingSignIn).json({ factor: {}, session: signedIn }).json(signedIn);
    await client.signIn('ada', 'secret');
    await client.confirmTotp('a', '123456');
    stop();
    await client.session();
    expect(views.map(({ state }) => state)).to.deep.equal(['challenge', 'signed-in']);
    expect(client.current).to.deep.equal(signedIn);
  });

  it('asks for the session once for all who ask at the same time', async () => {
    network.json(signedIn);
    await Promise.all([client.session(), client.session()]);
    expect(network.sent).to.have.lengthOf(1);
  });

  it('does not let an answer from before a sign-in, which comes after it, undo it', async () => {
    let answer = (_response: Response): void => undefined;
    network.answer(() => new Promise((resolve) => (answer = resolve))).json(signedIn);
    const asked = client.session();
    await client.signIn('ada', 'secret');
    answer(Response.json({ state: 'signed-out' }));
    expect(await asked).to.deep.equal(signedIn);
    expect(client.current).to.deep.equal(signedIn);
  });

  it('fetches a refused token anew and repeats the call, once', async () => {
    network.refusal('csrf_failed', 403).json(signedIn).json({ recoveryCodes: [] });
    await client.regenerateRecoveryCodes();
    expect(network.sent.map(({ url, headers }) => [url, headers['X-MFA-CSRF']])).to.deep.equal([
      ['/mfa/recovery-codes', undefined],
      ['/mfa/session', undefined],
      ['/mfa/recovery-codes', 'session-token'],
    ]);
    network.refusal('csrf_failed', 403).json(signedIn).refusal('csrf_failed', 403);
    expect((await rejection(client.regenerateRecoveryCodes())).code).to.equal('csrf_failed');
  });

  it('repeats nothing as somebody else, who signed in in another tab', async () => {
    const grace = { ...signedIn, user: { id: 'user-grace', name: 'grace', displayName: 'Grace' } };
    network.json(signedIn).refusal('csrf_failed', 403).json(grace);
    await client.session();
    expect((await rejection(client.regenerateRecoveryCodes())).code).to.equal('csrf_failed');
    expect(network.sent.filter(({ url }) => url === '/mfa/recovery-codes')).to.have.lengthOf(1);
    expect(client.current?.user?.displayName, 'elements show who it is now').to.equal('Grace');
  });

  it('reads a refusal with everything that comes with it', async () => {
    network.refusal('too_many_attempts', 429, {
      retryAfter: 30,
      requestId: 'r-1',
      fields: [{ path: 'code', code: 'format' }],
    });
    const error = await rejection(client.challengeTotp('123456'));
    expect(error).to.include({ code: 'too_many_attempts', status: 429, retryAfter: 30, requestId: 'r-1' });
    expect(error.fields).to.deep.equal([{ path: 'code', code: 'format' }]);
    expect(error.message).to.equal('too_many_attempts');
  });

  for (const [status, code] of [
    [502, 'unavailable'],
    [503, 'unavailable'],
    [504, 'unavailable'],
    [500, 'unexpected'],
    [404, 'unexpected'],
  ] as const) {
    it(`takes a page of a proxy with status ${String(status)} for ${code}`, async () => {
      network.answer(
        () => new Response('<h1>Bad</h1>', { status, headers: { 'Content-Type': 'text/html' } }),
      );
      expect((await rejection(client.factors())).code).to.equal(code);
    });
  }

  it('takes an answer that is no JSON for unexpected', async () => {
    network.answer(() => new Response('<h1>Hotel Wi-Fi</h1>', { status: 200 }));
    expect((await rejection(client.factors())).code).to.equal('unexpected');
  });

  for (const answer of [{}, [], null, 'signed-in', { state: '' }, { user: signedIn.user }]) {
    it(`takes ${JSON.stringify(answer)} for no session view: nobody is signed in by it`, async () => {
      network.json(answer).json(answer).json(answer);
      for (const call of [client.session(), client.signIn('ada', 'secret'), client.challengeTotp('123456')])
        expect((await rejection(call)).code).to.equal('unexpected');
      expect(client.current).to.equal(undefined);
    });
  }

  it('is offline when no answer comes', async () => {
    network.answer(() => {
      throw new TypeError('Failed to fetch');
    });
    expect(await rejection(client.factors())).to.include({ code: 'offline', status: 0 });
  });

  it('gives a call up with the reason of its signal, which is no MfaError', async () => {
    const abort = new AbortController();
    abort.abort();
    const reason = await client.factors({ signal: abort.signal }).catch((error: unknown) => error);
    expect(reason).to.equal(abort.signal.reason);
  });

  it('tells with mfa_required what policy asks, why and since when (R5)', async () => {
    const { requirement } = enforced;
    network.refusal('mfa_required', 403, { requirement });
    const error = await rejection(client.factors());
    expect(error).to.include({ code: 'mfa_required', status: 403 });
    expect(error.requirement).to.deep.equal(requirement);
  });

  for (const code of ['session_required', 'challenge_expired']) {
    it(`tells those who follow that the session ended after ${code}`, async () => {
      network.json(signedIn).refusal(code, 401);
      await client.session();
      const states: string[] = [];
      client.subscribe(({ state }) => states.push(state));
      await rejection(client.factors());
      expect(states).to.deep.equal(['signed-out']);
    });
  }
});

describe('Step-up of a client', () => {
  const stepUp = { methods: ['totp'], maxAge: 60, action: 'totp.remove' };
  let network: Network;
  let client: HttpMfaClient;

  beforeEach(() => {
    network = new Network();
    client = new HttpMfaClient('/mfa');
  });
  afterEach(() => {
    network.restore();
  });

  it('lets the refusal through when nobody asks for a proof', async () => {
    network.refusal('step_up_required', 401, { stepUp });
    const error = await rejection(client.removeTotp('a'));
    expect(error.code).to.equal('step_up_required');
    expect(error.stepUp).to.deep.equal(stepUp);
  });

  it('waits for the proof, repeats the call, and tells the handler what is asked', async () => {
    network.refusal('step_up_required', 401, { stepUp }).answer(() => new Response(null, { status: 204 }));
    const asked: unknown[] = [];
    client.handleStepUp((requirement) => {
      asked.push(requirement);
      return Promise.resolve(true);
    });
    await client.removeTotp('a');
    expect(asked).to.deep.equal([stepUp]);
    expect(network.sent).to.have.lengthOf(2);
  });

  it('only repeats a call that was under way while somebody else proved', async () => {
    let refuseLate: (response: Response) => void = () => undefined;
    const late = new Promise<Response>((resolve) => (refuseLate = resolve));
    const refusal = (): Response => Response.json({ code: 'step_up_required', stepUp }, { status: 401 });
    network
      .answer(() => late)
      .answer(refusal)
      .answer(() => new Response(null, { status: 204 }))
      .answer(() => new Response(null, { status: 204 }));
    let asked = 0;
    client.handleStepUp(() => Promise.resolve((asked += 1) > 0));
    const slow = client.removeTotp('slow');
    await client.removeTotp('quick');
    refuseLate(refusal());
    await slow;
    expect(asked).to.equal(1);
  });

  it('survives a handler that fails', async () => {
    client.handleStepUp(() => Promise.reject(new Error('broken')));
    await client.stepUp(stepUp).catch(() => undefined);
    client.handleStepUp(() => Promise.resolve(true));
    expect(await client.stepUp(stepUp)).to.equal(true);
  });

  it('leaves a later handler in place when an earlier one is uninstalled', async () => {
    const uninstall = client.handleStepUp(() => Promise.resolve(false));
    client.handleStepUp(() => Promise.resolve(true));
    uninstall();
    expect(await client.stepUp(stepUp)).to.equal(true);
  });

  it('goes back to an earlier handler when the later one is uninstalled, as that of a dialog that has closed', async () => {
    client.handleStepUp(() => Promise.resolve(true));
    client.handleStepUp(() => Promise.resolve(false))();
    expect(await client.stepUp(stepUp)).to.equal(true);
  });

  it('gives a call up while the person is asked, and takes the question back', async () => {
    network.refusal('step_up_required', 401, { stepUp });
    let withdrawn: AbortSignal | undefined;
    client.handleStepUp((_requirement, { signal }) => {
      withdrawn = signal;
      return new Promise(() => undefined);
    });
    const abort = new AbortController();
    const call = client.removeTotp('a', { signal: abort.signal }).catch((reason: unknown) => reason);
    await comes(() => withdrawn !== undefined, 'the person is asked');
    abort.abort();
    expect(await call).to.equal(abort.signal.reason);
    expect(withdrawn?.aborted).to.equal(true);
    expect(network.sent).to.have.lengthOf(1);
  });
});
