import { expect, fixture, html } from '@open-wc/testing';
import { clientFor } from '../client/http-client.js';
import { signedIn } from '../client/scripted-answers.js';
import { refused, ScriptedMfaClient } from '../client/scripted-client.js';
import '../define/mfa-provider.js';
import { elementContract } from '../foundation/testing/element-contract.js';
import { MfaElement } from '../foundation/mfa-element.js';
import { settled } from '../foundation/testing/rendering.js';
import { MfaProvider } from './mfa-provider.js';

/** Does nothing but have a client. */
class Consumer extends MfaElement {
  readonly sessions: string[] = [];
  changes = 0;

  protected override clientChanged(): void {
    this.changes += 1;
  }

  protected override sessionChanged({ state }: { state: string }): void {
    this.sessions.push(state);
  }
}

customElements.define('test-consumer', Consumer);

elementContract({
  tag: 'mfa-provider',
  element: MfaProvider,
  define: () => import('../define/mfa-provider.js'),
});

async function scene(
  client = new ScriptedMfaClient({ session: signedIn }),
): Promise<{ provider: MfaProvider; consumer: Consumer }> {
  const provider = await fixture<MfaProvider>(
    html`<mfa-provider .client=${client}
      ><section><test-consumer></test-consumer></section
    ></mfa-provider>`,
  );
  const consumer = provider.querySelector<Consumer>('test-consumer')!;
  await settled(provider);
  return { provider, consumer };
}

describe('<mfa-provider>', () => {
  it('gives its client and its session to elements inside', async () => {
    const client = new ScriptedMfaClient({ session: signedIn });
    const { provider, consumer } = await scene(client);
    expect(consumer.mfa).to.equal(client);
    expect(provider.session?.user?.displayName).to.equal('Ada Lovelace');
    expect(consumer.sessions).to.deep.equal(['signed-in']);
  });

  it('reaches elements behind shadow roots', async () => {
    const client = new ScriptedMfaClient();
    const { provider } = await scene(client);
    const host = document.createElement('div');
    const consumer = document.createElement('test-consumer') as Consumer;
    host.attachShadow({ mode: 'open' }).append(consumer);
    provider.append(host);
    expect(consumer.mfa).to.equal(client);
  });

  it('passes a new client on', async () => {
    const { provider, consumer } = await scene();
    const next = new ScriptedMfaClient();
    provider.client = next;
    await settled(provider);
    expect(consumer.mfa).to.equal(next);
    expect(consumer.changes).to.equal(2);
  });

  it('gives way to the element’s own client, then to its base-url', async () => {
    const { consumer } = await scene();
    consumer.baseUrl = '/elsewhere';
    expect(consumer.mfa).to.equal(clientFor('/elsewhere'));
    const own = new ScriptedMfaClient();
    consumer.client = own;
    expect(consumer.mfa).to.equal(own);
  });

  it('serves elements that were there before it', async () => {
    const client = new ScriptedMfaClient();
    const parent = await fixture<HTMLElement>(html`<div><test-consumer></test-consumer></div>`);
    const consumer = parent.firstElementChild as Consumer;
    const provider = document.createElement('mfa-provider');
    provider.client = client;
    parent.append(provider);
    provider.append(consumer);
    await settled(parent);
    expect(consumer.mfa).to.equal(client);
  });

  it('lets the nearest of several win', async () => {
    const [outer, inner] = [new ScriptedMfaClient(), new ScriptedMfaClient()];
    const parent = await fixture<HTMLElement>(
      html`<mfa-provider .client=${outer}
        ><mfa-provider .client=${inner}><test-consumer></test-consumer></mfa-provider
      ></mfa-provider>`,
    );
    await settled(parent);
    expect(parent.querySelector<Consumer>('test-consumer')!.mfa).to.equal(inner);
  });

  it('forgets an element that has left', async () => {
    const { provider, consumer } = await scene();
    consumer.remove();
    provider.client = new ScriptedMfaClient();
    await settled(provider);
    expect(consumer.mfa).to.equal(clientFor('/mfa'));
  });

  it('leaves it to the elements to show that the server can’t be reached', async () => {
    const { provider } = await scene(new ScriptedMfaClient({ session: refused('offline') }));
    expect(provider.session).to.equal(undefined);
  });
});
