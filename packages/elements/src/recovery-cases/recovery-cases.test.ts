import { expect, fixture, html } from '@open-wc/testing';
import { waitingCase } from '../client/scripted-administration.js';
import { signedIn } from '../client/scripted-answers.js';
import { never, refused, ScriptedMfaClient } from '../client/scripted-client.js';
import { click, own, press } from '../foundation/testing/acting.js';
import { elementContract } from '../foundation/testing/element-contract.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { alerts } from '../foundation/testing/page.js';
import { comes, deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import { only, row, scene, page } from './recovery-cases.fixture.js';
import { RecoveryCases } from './recovery-cases.js';

elementContract({
  tag: 'recovery-cases',
  element: RecoveryCases,
  define: () => import('../define/recovery-cases.js'),
  client: () => new ScriptedMfaClient({ session: signedIn }),
  prepare: async (element) => {
    // On a page of its own the list is fetched anew.
    await comes(() => element.shadowRoot?.querySelector('.start'), 'the list comes');
    await click(element, '.start');
  },
  parts: [
    'base',
    'header',
    'title',
    'description',
    'case',
    'case-pending',
    'label',
    'input',
    'hint',
    'error',
    'actions',
    'button',
    'button-primary',
    'button-quiet',
    'footer',
  ],
});

const marks = (element: Element): string[] => deepAll(element, '.mark').map(visibleText);

describe('<recovery-cases>: the list', () => {
  const timing = withManualTiming();

  it('says of whom each case is, and how it stands', async () => {
    const { element } = await scene();
    expect(deepAll(element, '[part~=case] .name').map(visibleText)).to.deep.equal([
      'linus@example.com Waits for a decision',
      'joan@example.com Approved, waiting',
      'alan@example.com Ready',
      'grace@example.com Rejected',
    ]);
  });

  it('says why, on what evidence, and who did what when', async () => {
    const { element } = await scene();
    const ready = visibleText(own(element, row(3)));
    expect(ready).to.contain('Evidence: In person, VISIT-2026-03-02');
    expect(ready).to.contain('Reason: The phone was stolen, and the codes were on it.');
    expect(ready).to.contain('Without the wait: Travels tonight, and the office has seen him in person.');
    expect(ready).to.contain('Started by kim@example.com 1 hour ago');
    expect(ready).to.contain('Approved by you 30 minutes ago');
    expect(visibleText(own(element, row(4)))).to.contain('Rejected by kim@example.com');
  });

  it('has words for each kind of evidence that the form knows', async () => {
    const { element } = await scene(only({ evidence: { kind: 'call-back', reference: 'T-9' } }));
    expect(visibleText(own(element, row(1)))).to.contain('Evidence: Call to a number on file, T-9');
  });

  it('names nobody whom the host no longer knows', async () => {
    const { element } = await scene(
      only({ name: null, startedBy: { id: 'user-old', name: null }, startedAt: '2026-03-02T09:00:00Z' }),
    );
    const text = visibleText(own(element, row(1)));
    expect(text).to.contain('user-linus Waits');
    expect(text).to.contain('Started by somebody who is no longer here 30 minutes ago');
  });

  it('counts the wait down', async () => {
    const { element } = await scene({ recoveryCases: page({}, waitingCase) });
    const text = (index: number): string => visibleText(own(element, row(index)));
    expect(text(1)).to.contain('the last link goes out in 2 days and 23 hours, on Mar 5, 2026');
    expect(text(1)).to.contain('Without a decision it expires on Mar 16, 2026');
    expect(text(2)).to.contain('The last link goes out in 2 days and 6 hours');
    timing().advance(2 * 86_400_000);
    await settled(element);
    expect(text(2)).to.contain('The last link goes out in 5 hours and 30 minutes');
    timing().advance(86_400_000);
    await settled(element);
    expect(text(1)).to.contain('Once approved, the last link goes out at once.');
    expect(text(2)).to.contain('The last link goes out now.');
  });

  it('says how long the last link is good, and what became of what is over', async () => {
    const { element } = await scene(
      only(
        { id: '1', status: 'ready', expiresAt: '2026-03-03T09:30:00Z' },
        { id: '2', status: 'completed' },
        { id: '3', status: 'cancelled' },
        { id: '4', status: 'expired' },
        { id: '5', status: 'rejected' },
        { id: '6', status: 'pondered' as never },
      ),
    );
    const text = (index: number): string => visibleText(own(element, row(index)));
    expect(text(1)).to.match(/It is good until Mar 3, 2026/);
    expect(text(2)).to.contain('The person came back');
    expect(text(3)).to.contain('Cancelled by the link');
    expect(text(4)).to.contain('Nobody decided in time');
    expect(text(5)).to.contain('Nothing follows');
    expect(marks(element)).to.deep.equal([
      'Ready',
      'Completed',
      'Cancelled',
      'Expired',
      'Rejected',
      'pondered',
    ]);
    expect(deepAll(element, '.approving')).to.have.lengthOf(0);
  });

  it('lets nobody decide about their own case, and says why', async () => {
    const { element } = await scene(only({ startedBy: { id: 'user-ada', name: 'ada@example.com' } }));
    expect(visibleText(own(element, row(1)))).to.contain(
      'You started this case, so somebody else has to decide.',
    );
    expect(deepAll(element, '.approving, .rejecting')).to.have.lengthOf(0);
  });

  it('lets nobody decide about themselves, and says why', async () => {
    const { element } = await scene(only({ userId: 'user-ada', name: 'ada@example.com' }));
    expect(visibleText(own(element, row(1)))).to.contain('This case is about you, so others decide.');
    expect(deepAll(element, '.approving, .rejecting')).to.have.lengthOf(0);
  });

  it('names the person on each button, for those who hear the button alone', async () => {
    const { element } = await scene();
    expect(deepAll(element, `${row(1)} button`).map((each) => each.ariaLabel)).to.deep.equal([
      'Approve: linus@example.com',
      'Reject: linus@example.com',
    ]);
  });

  it('says that there are no cases', async () => {
    const { element } = await scene(only());
    expect(visibleText(own(element, '[part=empty]'))).to.equal('There are no cases.');
    expect(element.matches(':state(empty)')).to.equal(true);
  });

  it('shows that the server takes long, but not at once', async () => {
    const { element } = await scene({ recoveryCases: never() });
    expect(deepAll(element, '[part=loading]')).to.have.lengthOf(0);
    timing().advance(300);
    await settled(element);
    expect(visibleText(own(element, '[part=loading]'))).to.equal('Loading…');
    expect(element.matches(':state(loading)')).to.equal(true);
  });

  it('tells who may not see it so, and offers nothing', async () => {
    const { element } = await scene({ recoveryCases: refused('forbidden') });
    expect(alerts(element)).to.deep.equal(['Only support sees recovery cases.']);
    expect(deepAll(element, 'button')).to.have.lengthOf(0);
  });

  it('offers another try when the server can’t be reached', async () => {
    const { element } = await scene({ recoveryCases: [refused('offline'), page({})] });
    expect(alerts(element)).to.have.lengthOf(1);
    expect(element.matches(':state(error)')).to.equal(true);
    await press(element, 'Try again');
    expect(deepAll(element, '[part~=case]')).to.have.lengthOf(1);
  });

  it('forgets the cases on sign-out, and shows somebody else theirs', async () => {
    const { element, client } = await scene();
    client.switchTo({ state: 'signed-out' });
    await settled(element);
    expect(deepAll(element, '[part~=case]')).to.have.lengthOf(0);
    expect(alerts(element)).to.deep.equal(['You are signed out. Please sign in again.']);
    client.switchTo({
      ...signedIn,
      user: { id: 'user-sam', name: 'sam@example.com', displayName: 'Sam' },
    });
    await settled(element);
    expect(visibleText(own(element, row(1)))).to.contain('You started this case');
  });

  it('speaks German', async () => {
    const client = new ScriptedMfaClient({ session: signedIn });
    const main = await fixture(
      html`<main lang="de"><recovery-cases .client=${client}></recovery-cases></main>`,
    );
    const element = main.firstElementChild as RecoveryCases;
    await comes(() => element.shadowRoot?.querySelector('[part~=case]'), 'German comes');
    const text = visibleText(element);
    expect(text).to.contain('Wartet auf Entscheidung');
    expect(text).to.contain('Wartezeit: noch 2 Tage und 23 Stunden.');
  });
});
