import { expect, fixture, html } from '@open-wc/testing';
import { signedIn } from '../client/scripted-answers.js';
import { membersOf } from '../client/scripted-administration.js';
import { never, refused, ScriptedMfaClient } from '../client/scripted-client.js';
import { click, isFocused, own, press, spoken } from '../foundation/testing/acting.js';
import { elementContract } from '../foundation/testing/element-contract.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { alerts } from '../foundation/testing/page.js';
import { comes, deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import { crowd, names, page, row, scene } from './mfa-members.fixture.js';
import { MfaMembers } from './mfa-members.js';

elementContract({
  tag: 'mfa-members',
  element: MfaMembers,
  define: () => import('../define/mfa-members.js'),
  client: () => new ScriptedMfaClient({ session: signedIn }),
  prepare: async (element) => {
    // On a page of its own the list is fetched anew.
    await comes(() => element.shadowRoot?.querySelector('.resetting'), 'the list comes');
    await click(element, '.resetting');
  },
  parts: [
    'base',
    'header',
    'title',
    'description',
    'filters',
    'label',
    'input',
    'member',
    'member-current',
    'hint',
    'error',
    'actions',
    'button',
    'button-quiet',
    'button-danger',
    'footer',
  ],
});

async function choose(element: Element, status: string): Promise<void> {
  const select = own(element, '#status') as HTMLSelectElement;
  select.value = status;
  select.dispatchEvent(new Event('change'));
  await settled(element);
}

describe('<mfa-members>: the list', () => {
  const timing = withManualTiming();

  it('says who is there, what they are, and who oneself is', async () => {
    const { element } = await scene();
    expect(names(element)).to.deep.equal([
      'Ada Lovelace You admin',
      'Grace Hopper member',
      'Linus Pauling member',
      'mary@example.com',
    ]);
  });

  it('says what each has set up, when they were here last, and by when they have to act', async () => {
    const { element } = await scene();
    expect(visibleText(own(element, row(1)))).to.contain('ada@example.com Passkey and authenticator app');
    const linus = visibleText(own(element, row(3)));
    expect(linus).to.contain('No second step yet');
    expect(linus).to.match(/Has until March \d+, 2026 to set it up \(in 6 days\)\./);
    expect(linus).to.contain('Last sign-in: 7 days ago');
    expect(visibleText(own(element, row(4)))).to.contain('Authenticator app No sign-in on record');
  });

  it('says that a deadline is over', async () => {
    const { element } = await scene({ members: page({ mfa: 'none', deadline: '2026-03-02T09:00:00Z' }) });
    expect(visibleText(own(element, row(1)))).to.match(/Should have set it up by March 2, 2026: .* blocked/);
  });

  it('says until when somebody is exempt, instead of a deadline that does not hold', async () => {
    const { element } = await scene({
      members: page({ mfa: 'none', deadline: '2026-03-01T09:00:00Z', exemptUntil: '2026-03-20T22:00:00Z' }),
    });
    const text = visibleText(own(element, row(1)));
    expect(text).to.match(/Exempt until March 2\d, 2026/);
    expect(text).to.not.contain('blocked');
  });

  it('offers each what can help them, and nothing for oneself', async () => {
    const { element } = await scene();
    const offers = (index: number): (string | null)[] =>
      deepAll(element, `${row(index)} button`).map((each) => each.ariaLabel);
    expect(offers(1)).to.deep.equal([]);
    expect(visibleText(own(element, row(1)))).to.contain('For yourself, ask another admin.');
    expect(offers(2)).to.deep.equal(['Reset: grace@example.com']);
    expect(offers(3)).to.deep.equal(['Exempt for a while: linus@example.com']);
  });

  it('asks who oneself is where nobody on the page has yet', async () => {
    const { client } = await scene();
    expect(client.calls.map(({ call }) => call)).to.deep.equal(['session', 'members']);
  });

  it('narrows the list to a status, and says how many there are', async () => {
    const { element, client } = await scene();
    await choose(element, 'none');
    expect(client.calls.at(-1)?.parameters[0]).to.deep.equal({ status: 'none' });
    expect(names(element)).to.deep.equal(['Linus Pauling member']);
    expect(spoken(element)).to.equal('1 member shown.');
    await choose(element, '');
    expect(spoken(element)).to.equal('4 members shown.');
  });

  it('says that nobody is of a status, and keeps the way back', async () => {
    const { element } = await scene({ members: [membersOf(), { members: [], next: null }] });
    await choose(element, 'both');
    expect(visibleText(own(element, '[part=empty]'))).to.equal('Nobody, among all members.');
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(own(element, '[part=filters]').hidden).to.equal(false);
    expect(spoken(element)).to.equal('Nobody, among all members.');
  });

  it('says that nobody was found so far where the server has not looked at everybody, and goes on', async () => {
    const { element } = await scene({
      members: [membersOf(), { members: [], next: 'user-200' }, crowd(201, 1, null)],
    });
    await choose(element, 'exempt');
    expect(spoken(element)).to.equal('Nobody so far. Show more to look further.');
    await press(element, 'Show more');
    expect(names(element)).to.deep.equal(['No. 201 member']);
    expect(isFocused(element, row(1))).to.equal(true);
  });

  it('keeps the list and the status that was in force when another can’t be fetched', async () => {
    const { element } = await scene({ members: [membersOf(), refused('offline')] });
    await choose(element, 'none');
    expect(alerts(element)).to.deep.equal([
      'The server can’t be reached. Check your connection and try again.',
    ]);
    expect(names(element)).to.have.lengthOf(4);
    expect((own(element, '#status') as HTMLSelectElement).value).to.equal('');
  });

  it('goes back to the status on show, and reads on with it, when the last of two quick choices can’t be fetched', async () => {
    const { element, client } = await scene({
      members: [crowd(0, 3, 'user-2'), never(), refused('offline'), crowd(3, 1, null)],
    });
    await choose(element, 'none');
    await choose(element, 'both');
    expect(names(element)).to.have.lengthOf(3);
    expect((own(element, '#status') as HTMLSelectElement).value).to.equal('');
    await press(element, 'Show more');
    expect(client.calls.at(-1)?.parameters).to.deep.equal([{}, 'user-2']);
    expect(names(element)).to.have.lengthOf(4);
  });

  it('reads on, with the focus on the first who came, and says how many', async () => {
    const { element, client } = await scene({ members: [crowd(0, 3, 'user-2'), crowd(2, 3, null)] });
    await press(element, 'Show more');
    expect(client.calls.at(-1)?.parameters).to.deep.equal([{}, 'user-2']);
    expect(names(element)).to.have.lengthOf(5);
    expect(isFocused(element, row(4))).to.equal(true);
    expect(spoken(element)).to.equal('2 more members shown. That is everybody.');
    expect(deepAll(element, 'button').map(visibleText)).to.not.include('Show more');
  });

  it('keeps who is on show when those further down do not come, and lets ask again', async () => {
    const { element } = await scene({
      members: [crowd(0, 3, 'user-2'), refused('offline'), crowd(3, 1, null)],
    });
    await press(element, 'Show more');
    expect(alerts(element)).to.have.lengthOf(1);
    expect(names(element)).to.have.lengthOf(3);
    await press(element, 'Show more');
    expect(alerts(element)).to.have.lengthOf(0);
    expect(names(element)).to.have.lengthOf(4);
  });

  it('says that a workspace has no members', async () => {
    const { element } = await scene({ members: { members: [], next: null } });
    expect(visibleText(own(element, '[part=empty]'))).to.equal('This workspace has no members.');
    expect(own(element, '[part=filters]').hidden).to.equal(true);
  });

  it('shows that the server takes long, but not at once', async () => {
    const { element } = await scene({ members: never() });
    expect(deepAll(element, '[part=loading]')).to.have.lengthOf(0);
    timing().advance(300);
    await settled(element);
    expect(visibleText(own(element, '[part=loading]'))).to.equal('Loading…');
    expect(element.matches(':state(loading)')).to.equal(true);
  });

  it('tells who may not see it so, and offers no other try', async () => {
    const { element } = await scene({ members: refused('forbidden') });
    expect(alerts(element)).to.deep.equal(['Only those who administer this workspace see its members.']);
    expect(deepAll(element, 'button')).to.have.lengthOf(0);
    expect(element.matches(':state(error)')).to.equal(true);
  });

  it('offers another try when the server can’t be reached', async () => {
    const { element } = await scene({ members: [refused('offline'), membersOf()] });
    expect(alerts(element)).to.have.lengthOf(1);
    await press(element, 'Try again');
    expect(names(element)).to.have.lengthOf(4);
  });

  it('forgets everybody on sign-out, and shows somebody else their own', async () => {
    const { element, client } = await scene();
    client.switchTo({ state: 'signed-out' });
    await settled(element);
    expect(names(element)).to.deep.equal([]);
    expect(alerts(element)).to.deep.equal(['You are signed out. Please sign in again.']);
    client.switchTo({ ...signedIn, user: { id: 'user-grace', name: 'grace', displayName: 'Grace' } });
    await settled(element);
    expect(names(element)).to.have.lengthOf(4);
    client.play('members', page({ displayName: 'Eve' }));
    client.switchTo(signedIn);
    await settled(element);
    expect(names(element)).to.deep.equal(['Eve member']);
  });

  it('speaks German', async () => {
    const client = new ScriptedMfaClient({ session: signedIn });
    const main = await fixture(html`<main lang="de"><mfa-members .client=${client}></mfa-members></main>`);
    const element = main.firstElementChild as MfaMembers;
    await comes(() => element.shadowRoot?.querySelector('[part~=member]'), 'German comes');
    const text = visibleText(element);
    expect(text).to.contain('Noch kein zweiter Schritt');
    expect(text).to.contain('Hat bis 9. März 2026 Zeit, ihn einzurichten (in 6 Tagen).');
  });
});
