import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { MfaError } from '../client/mfa-error.js';
import { signedIn, stepUpChallenge } from '../client/scripted-answers.js';
import { never, refused, ScriptedMfaClient, type Script } from '../client/scripted-client.js';
import { stepUpFetch } from '../client/step-up-fetch.js';
import '../define/mfa-step-up.js';
import { elementContract } from '../foundation/testing/element-contract.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { replace } from '../foundation/testing/page.js';
import { comes, deep, deepAll, focused, settled, visibleText } from '../foundation/testing/rendering.js';
import { MfaStepUp } from './mfa-step-up.js';

const requirement = { methods: ['totp'], maxAge: 300, action: 'totp.remove' };

const refusal = refused('step_up_required', { status: 401, stepUp: requirement });

function scripted(script: Script = {}): ScriptedMfaClient {
  return new ScriptedMfaClient({ session: signedIn, challenge: stepUpChallenge, ...script });
}

interface Scene {
  element: MfaStepUp;
  client: ScriptedMfaClient;
  opener: HTMLButtonElement;
  events: string[];
}

async function scene(script: Script = {}): Promise<Scene> {
  const client = scripted(script);
  const page = await fixture<HTMLElement>(
    html`<main><button>Remove</button><mfa-step-up .client=${client}></mfa-step-up></main>`,
  );
  const element = page.querySelector('mfa-step-up')!;
  const opener = page.querySelector('button')!;
  const events: string[] = [];
  for (const type of ['mfa-step-up-done', 'mfa-step-up-cancelled']) {
    page.addEventListener(type, () => events.push(type));
  }
  await settled(element);
  opener.focus();
  return { element, client, opener, events };
}

const isOpen = (element: MfaStepUp): boolean => (deep(element, 'dialog') as HTMLDialogElement).open;

async function prove(element: MfaStepUp, code = '123456'): Promise<void> {
  document.querySelector<HTMLInputElement>('input[autocomplete="one-time-code"]')?.focus();
  await sendKeys({ type: code });
  await settled(element);
}

elementContract({
  tag: 'mfa-step-up',
  element: MfaStepUp,
  define: () => import('../define/mfa-step-up.js'),
  client: scripted,
  prepare: async (element) => {
    void element.mfa.stepUp(requirement);
    await settled(element);
  },
  parts: ['dialog', 'button'],
});

describe('<mfa-step-up>', () => {
  const timing = withManualTiming();

  it('is closed, with nothing for password managers to fill, until a call is refused', async () => {
    const { element } = await scene();
    expect(isOpen(element)).to.equal(false);
    expect(document.querySelectorAll('input')).to.have.lengthOf(0);
  });

  it('opens for a refused call, repeats it after the proof, and gives the focus back', async () => {
    const { element, client, events } = await scene({ removeTotp: [refusal, undefined] });
    const removal = client.removeTotp('totp-1');
    await settled(element);
    expect(isOpen(element)).to.equal(true);
    expect(element.matches(':state(prompting)')).to.equal(true);
    expect(focused(), 'the field is in the document, and has the focus').to.equal('one-time-code');
    await prove(element);
    await removal;
    expect(client.count('removeTotp')).to.equal(2);
    expect(events).to.deep.equal(['mfa-step-up-done']);
    expect(isOpen(element)).to.equal(false);
    expect(focused()).to.equal('button');
    await settled(element);
    expect(document.querySelectorAll('input')).to.have.lengthOf(0);
  });

  it('opens once for calls refused at the same time, and repeats each', async () => {
    const { element, client, events } = await scene({
      removeTotp: [refusal, undefined],
      regenerateRecoveryCodes: [refusal, { recoveryCodes: [] }],
    });
    const both = Promise.all([client.removeTotp('totp-1'), client.regenerateRecoveryCodes()]);
    await settled(element);
    await prove(element);
    await both;
    expect(events).to.deep.equal(['mfa-step-up-done']);
    expect([client.count('removeTotp'), client.count('regenerateRecoveryCodes')]).to.deep.equal([2, 2]);
  });

  it('repeats a call once: a second refusal is the answer', async () => {
    const { element, client } = await scene({ removeTotp: refusal });
    const removal = client.removeTotp('totp-1').catch((error: unknown) => error);
    await settled(element);
    await prove(element);
    expect(await removal).to.equal(refusal);
    expect(client.count('removeTotp')).to.equal(2);
  });

  for (const [how, cancel] of [
    ['Escape', () => sendKeys({ press: 'Escape' })],
    [
      'the button',
      (element: MfaStepUp) => {
        deep(element, '[slot=actions]').click();
      },
    ],
  ] as const) {
    it(`is cancelled by ${how}: the call fails as it did, and the focus is back`, async () => {
      const { element, client, events } = await scene({ removeTotp: refusal });
      const removal = client.removeTotp('totp-1').catch((error: unknown) => error);
      await settled(element);
      await cancel(element);
      await settled(element);
      const error = await removal;
      expect(error).to.be.instanceOf(MfaError);
      expect((error as MfaError).code).to.equal('step_up_required');
      expect(events).to.deep.equal(['mfa-step-up-cancelled']);
      expect(isOpen(element)).to.equal(false);
      expect(focused()).to.equal('button');
    });
  }

  for (const [what, challenge] of [
    ['the server could not be reached', refused('offline')],
    ['there is nothing to prove with', { ...stepUpChallenge, methods: [] }],
    ['the only authenticator app is locked', refused('factor_locked', { status: 423 })],
    ['the session is gone', refused('session_required', { status: 401 })],
  ] as const) {
    it(`has a button that cancels where ${what}: phones have no Escape`, async () => {
      const { element, client, events } = await scene({ removeTotp: refusal, challenge });
      const removal = client.removeTotp('totp-1').catch((error: unknown) => error);
      await settled(element);
      const cancel = deep(element, '[slot=actions]');
      expect(cancel.getClientRects(), 'on screen').to.have.lengthOf(1);
      cancel.click();
      await settled(element);
      expect(await removal).to.equal(refusal);
      expect(events).to.deep.equal(['mfa-step-up-cancelled']);
      expect(isOpen(element)).to.equal(false);
    });
  }

  it('stays open after a wrong code', async () => {
    const { element, events } = await scene({ removeTotp: refusal });
    void element.mfa.removeTotp('totp-1').catch(() => undefined);
    await settled(element);
    await prove(element, '000000');
    expect(isOpen(element)).to.equal(true);
    expect(visibleText(element)).to.contain('That code isn’t right');
    expect(events).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('opens again for the next refusal', async () => {
    const { element, client } = await scene({ removeTotp: [refusal, refusal, undefined] });
    const first = client.removeTotp('totp-1').catch(() => 'cancelled');
    await settled(element);
    await sendKeys({ press: 'Escape' });
    await settled(element);
    expect(await first).to.equal('cancelled');
    const second = client.removeTotp('totp-1');
    await settled(element);
    await prove(element);
    await second;
    expect(client.count('removeTotp')).to.equal(3);
  });

  it('closes when the session ends elsewhere', async () => {
    const { element, client, events } = await scene({ removeTotp: refusal });
    const removal = client.removeTotp('totp-1').catch(() => 'refused');
    await settled(element);
    client.switchTo({ state: 'signed-out' });
    expect(await removal).to.equal('refused');
    await settled(element);
    expect(isOpen(element)).to.equal(false);
    expect(events).to.deep.equal(['mfa-step-up-cancelled']);
  });

  it('lets the call fail when it is removed while open, and asks no more', async () => {
    const { element, client } = await scene({ removeTotp: refusal });
    const removal = client.removeTotp('totp-1').catch(() => 'refused');
    await settled(element);
    element.remove();
    expect(await removal).to.equal('refused');
    expect(await client.stepUp(requirement)).to.equal(false);
  });

  it('names itself and says why', async () => {
    const { element } = await scene({ removeTotp: refusal });
    element.description = 'Deleting a workspace can’t be undone.';
    void element.mfa.removeTotp('totp-1').catch(() => undefined);
    await settled(element);
    expect(deep(element, 'dialog').ariaLabel).to.equal('Confirm it’s you');
    expect(deepAll(element, '[part=description]')[0]?.textContent).to.equal(
      'Deleting a workspace can’t be undone.',
    );
  });

  it('lets people out who wait long for the server to say what to prove with', async () => {
    const { element, client, events } = await scene({ challenge: never(), removeTotp: refusal });
    const removal = client.removeTotp('totp-1').catch((error: unknown) => error);
    await settled(element);
    const cancel = deep(element, 'dialog button');
    expect(cancel.checkVisibility(), 'while it may come at any moment').to.equal(false);
    timing().advance(300);
    await settled(element);
    expect(cancel.getBoundingClientRect().height).to.be.greaterThan(0);
    cancel.click();
    expect(await removal).to.include({ code: 'step_up_required' });
    expect(isOpen(element)).to.equal(false);
    expect(events).to.deep.equal(['mfa-step-up-cancelled']);
  });

  it('closes when somebody else signs in in another tab: nobody proves for another', async () => {
    const { element, client, events } = await scene({ removeTotp: refusal });
    await client.session();
    const removal = client.removeTotp('totp-1').catch(() => 'refused');
    await settled(element);
    client.switchTo({ ...signedIn, user: { id: 'user-grace', name: 'grace', displayName: 'Grace' } });
    expect(await removal).to.equal('refused');
    await settled(element);
    expect(isOpen(element)).to.equal(false);
    expect(events).to.deep.equal(['mfa-step-up-cancelled']);
    expect(client.count('removeTotp')).to.equal(1);
  });

  it('closes when the page gives up the call, and is there for the next', async () => {
    const { element, client, opener } = await scene({ removeTotp: [refusal, refusal, undefined] });
    const abort = new AbortController();
    const removal = client.removeTotp('totp-1', { signal: abort.signal }).catch(() => 'given up');
    await settled(element);
    abort.abort();
    expect(await removal).to.equal('given up');
    await settled(element);
    expect(isOpen(element)).to.equal(false);
    expect(document.activeElement === opener).to.equal(true);
    const second = client.removeTotp('totp-1');
    await settled(element);
    await prove(element);
    await second;
    expect(client.count('removeTotp')).to.equal(3);
  });

  it('has the browser ask for a passkey at once after a click, and is done without another', async () => {
    replace(navigator, 'userActivation', { isActive: true, hasBeenActive: true });
    const challenge = { ...stepUpChallenge, methods: ['passkey', 'totp'], preferred: 'passkey' } as const;
    const { element, client, opener, events } = await scene({ challenge, removeTotp: [refusal, undefined] });
    await client.removeTotp('totp-1');
    await settled(element);
    expect(client.count('challengePasskey')).to.equal(1);
    expect(events).to.deep.equal(['mfa-step-up-done']);
    expect(document.activeElement === opener).to.equal(true);
  });

  it('shows the title, the description and the footer that the page slots', async () => {
    const { element } = await scene({ removeTotp: refusal });
    for (const slot of ['title', 'description', 'footer']) {
      const own = document.createElement('p');
      own.slot = slot;
      own.textContent = `the page's ${slot}`;
      element.append(own);
    }
    void element.mfa.removeTotp('totp-1').catch(() => undefined);
    await settled(element);
    for (const own of element.querySelectorAll<HTMLElement>(':scope > p'))
      expect(own.getBoundingClientRect().height, own.slot).to.be.greaterThan(0);
    expect(visibleText(element)).to.not.contain('Confirm it’s you');
  });

  it('lets pages style the challenge inside', async () => {
    const { element } = await scene({ removeTotp: refusal });
    void element.mfa.removeTotp('totp-1').catch(() => undefined);
    await settled(element);
    const sheet = new CSSStyleSheet();
    const exported = deep(element, 'mfa-challenge').getAttribute('exportparts') ?? '';
    for (const part of exported.split(',')) {
      const outer = part.split(':').at(-1)?.trim() ?? '';
      sheet.insertRule(`mfa-step-up::part(${outer}) { --seen-${outer}: yes }`);
    }
    document.adoptedStyleSheets.push(sheet);
    try {
      const seen = (part: string, outer: string): string =>
        getComputedStyle(deep(element, `[part~=${part}]`)).getPropertyValue(`--seen-${outer}`);
      for (const part of ['base', 'title', 'description', 'actions', 'button-primary', 'footer'])
        expect(seen(part, `challenge__${part}`), part).to.equal('yes');
      expect(seen('box', 'code-input__box')).to.equal('yes');
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    }
  });

  describe('without a provider', () => {
    const network = globalThis.fetch;
    afterEach(() => {
      globalThis.fetch = network;
    });

    it('serves stepUpFetch() of the page: both mean the session at /mfa', async () => {
      const sent: string[] = [];
      const stepUp = requirement;
      const answers: Record<string, object[]> = {
        'GET /mfa/session': [signedIn],
        'GET /mfa/challenge': [stepUpChallenge],
        'POST /mfa/challenge/totp': [{ ...signedIn, csrf: 'renewed' }],
        'POST /api/charge': [{ code: 'step_up_required', stepUp }, { charged: 5 }],
      };
      globalThis.fetch = (input, init) => {
        const request = new Request(input, init);
        const line = `${request.method} ${new URL(request.url).pathname}`;
        sent.push(`${line} ${request.headers.get('X-MFA-CSRF') ?? ''}`.trim());
        const answer = answers[line]?.shift() ?? {};
        return Promise.resolve(Response.json(answer, { status: 'code' in answer ? 401 : 200 }));
      };
      const element = await fixture<MfaStepUp>(html`<mfa-step-up></mfa-step-up>`);
      const response = stepUpFetch('/api/charge', { method: 'POST', body: '{}' });
      await comes(() => isOpen(element), 'the dialog opens');
      await comes(() => document.querySelector('input[autocomplete="one-time-code"]'), 'the field comes');
      await prove(element);
      expect(await (await response).json()).to.deep.equal({ charged: 5 });
      expect(sent).to.deep.equal([
        'GET /mfa/session',
        'POST /api/charge session-token',
        'GET /mfa/challenge',
        'POST /mfa/challenge/totp session-token',
        'POST /api/charge renewed',
      ]);
    });
  });
});
