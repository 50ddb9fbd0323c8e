import { expect, fixture, html } from '@open-wc/testing';
import { signedIn } from '../client/scripted-answers.js';
import { refused, ScriptedMfaClient, type Script } from '../client/scripted-client.js';
import '../define/security-activity.js';
import { click, fill, own, press } from '../foundation/testing/acting.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { alerts } from '../foundation/testing/page.js';
import { deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import { names, row } from './security-activity.fixture.js';
import type { SecurityActivity } from './security-activity.js';

interface Scene {
  element: SecurityActivity;
  client: ScriptedMfaClient;
}

async function scene(script: Script = {}): Promise<Scene> {
  const client = new ScriptedMfaClient({ session: signedIn, ...script });
  const element = await fixture<SecurityActivity>(
    html`<security-activity workspace .client=${client}></security-activity>`,
  );
  await settled(element);
  return { element, client };
}

describe('<security-activity workspace>', () => {
  withManualTiming();

  it('says what happened in the workspace, to whom, and by whom where that is somebody else', async () => {
    const { element } = await scene();
    expect(visibleText(own(element, '[part=title]'))).to.equal('Workspace activity');
    const lines = names(element).map((name, index) => [
      name,
      visibleText(own(element, `${row(index + 1)} [part=hint]`)),
    ]);
    expect(lines).to.deep.equal([
      [
        'Two-step sign-in reset by an administrator This session',
        'grace@example.com · by ada@example.com, admin',
      ],
      ['Account recovery begun by support', 'linus@example.com · by sam@example.com, support'],
      ['Blocked for a while after too many tries Unusual', 'grace@example.com'],
      ['Reminder to set up two-step sign-in sent', 'user-linus · by the system'],
      ['Sign-in failed', 'No known account · by somebody unknown'],
    ]);
  });

  it('lets nothing be reported that did not happen to oneself, and says what others reported', async () => {
    const { element } = await scene();
    expect(deepAll(element, '.report')).to.have.lengthOf(0);
    const texts = deepAll(element, '.why').map(visibleText);
    expect(texts).to.include('The person reported that this wasn’t them.');
  });

  it('asks the workspace’s audit, with the filters, page after page', async () => {
    const [first] = (await new ScriptedMfaClient().administration.workspaceActivity()).events;
    if (!first) throw new Error('Ada’s workspace has seen something');
    const { element, client } = await scene({
      workspaceActivity: [
        { events: [first], next: 'older' },
        { events: [{ ...first, id: 'older' }], next: null },
        { events: [], next: null },
      ],
    });
    await press(element, 'Show older');
    expect(names(element)).to.have.lengthOf(2);
    fill(element, 'type', 'auth.policy');
    await click(element, 'form [part~=button]');
    const asked = client.calls
      .filter(({ call }) => call === 'workspaceActivity')
      .map(({ parameters }) => parameters);
    expect(asked).to.deep.equal([
      [{}, undefined],
      [{}, 'older'],
      [{ type: 'auth.policy' }, undefined],
    ]);
    expect(client.count('activity')).to.equal(0);
  });

  it('gives all of it as a table to save', async () => {
    const { element } = await scene();
    const links = deepAll<HTMLAnchorElement>(element, '.files a');
    expect(links.map(({ textContent }) => textContent.trim())).to.deep.equal(['CSV']);
    expect(links[0]?.getAttribute('href')).to.match(/^\/mfa\/admin\/audit\.csv/);
  });

  it('tells who may not see it so, and offers no other try', async () => {
    const { element } = await scene({ workspaceActivity: refused('forbidden') });
    expect(alerts(element)).to.deep.equal(['Only those who administer this workspace see its activity.']);
    expect(deepAll(element, 'button:not(form *)')).to.have.lengthOf(0);
  });

  it('shows the person’s own when the page changes its mind', async () => {
    const { element, client } = await scene();
    element.workspace = false;
    await settled(element);
    expect(visibleText(own(element, '[part=title]'))).to.equal('Security activity');
    expect(client.count('activity')).to.equal(1);
    expect(names(element)).to.have.lengthOf(9);
    expect(deepAll(element, 'option[value="auth.policy"]')).to.have.lengthOf(0);
  });
});
