import { expect, fixture, html } from '@open-wc/testing';
import { enforced, inGrace, passkeyInGrace, signedIn, withPasswordOnly } from '../client/scripted-answers.js';
import { refused, ScriptedMfaClient } from '../client/scripted-client.js';
import type { Nudge, SessionView } from '../client/views.js';
import { elementContract } from '../foundation/testing/element-contract.js';
import { withManualTiming } from '../foundation/testing/manual-timing.js';
import { alerts, replace } from '../foundation/testing/page.js';
import { deepAll, settled, visibleText } from '../foundation/testing/rendering.js';
import { announced, buttons, met, press, scene, told } from './mfa-requirement.fixture.js';
import { MfaRequirement } from './mfa-requirement.js';

const advised = (...nudges: Nudge[]): SessionView => ({ ...signedIn, nudges });

elementContract({
  tag: 'mfa-requirement',
  element: MfaRequirement,
  define: () => import('../define/mfa-requirement.js'),
  client: () => new ScriptedMfaClient({ session: inGrace }),
  parts: ['base', 'title', 'description', 'hint', 'error', 'actions', 'button', 'button-primary', 'footer'],
});

describe('<mfa-requirement>', () => {
  const timing = withManualTiming();

  it('shows nothing, and fetches nothing, where nothing is asked', async () => {
    const { element, client } = await scene(signedIn);
    expect(visibleText(element)).to.equal('');
    expect(element.offsetHeight).to.equal(0);
    expect(client.calls.map(({ call }) => call)).to.deep.equal(['session']);
  });

  it('shows nothing where nobody is signed in, where nobody can say, and in a restricted session', async () => {
    for (const session of [
      { state: 'signed-out' as const },
      refused('offline'),
      { ...enforced, mustEnroll: true },
    ]) {
      const { element } = await scene(signedIn, { session });
      expect(visibleText(element)).to.equal('');
    }
  });

  it('says in grace what is asked, why, until when and how long still (R5)', async () => {
    const { element } = await scene(inGrace);
    expect(told(element)).to.equal(
      'Set up two-step sign-in by March 14, 2026 It is required by your role and your workspace. You still have 12 days. Until then, everything works as before.',
    );
    expect(buttons(element)).to.deep.equal(['Set up now']);
    expect(element.matches(':state(prompting)')).to.equal(true);
    expect(announced(element), 'it was there when the page was').to.equal('');
    await expect(element).to.be.accessible();
  });

  it('counts in days, then in hours, then in minutes, and names the hour on the last days', async () => {
    const { element } = await scene(inGrace);
    const left = (): string => /You still have (.*?)\./.exec(told(element))?.[1] ?? '';
    const lefts: string[] = [];
    for (const hours of [10 * 24, 24, 40, 1.5]) {
      timing().advance(hours * 3_600_000);
      await settled(element);
      lefts.push(left());
    }
    expect(lefts).to.deep.equal(['2 days', '26 hours', '', '']);
  });

  it('looks at the session when the deadline passes, once, and says then what is blocked', async () => {
    const { element, client } = await scene(inGrace, { session: [inGrace, enforced] });
    timing().advance(13 * 86_400_000);
    await settled(element);
    expect(client.count('session')).to.equal(2);
    expect(told(element)).to.match(/^Two-step sign-in is required/);
    expect(announced(element)).to.equal('Two-step sign-in is required');
    timing().advance(13 * 86_400_000);
    await settled(element);
    expect(client.count('session')).to.equal(2);
  });

  it('does not ask again and again where the browser’s clock is ahead', async () => {
    timing().advance(30 * 86_400_000);
    const { element, client } = await scene(inGrace);
    timing().advance(86_400_000);
    await settled(element);
    expect(client.count('session')).to.equal(1);
    expect(told(element)).to.equal(
      'Set up two-step sign-in by Mar 14, 2026, 12:00 PM It is required by your role and your workspace.',
    );
  });

  it('counts until the end of an exemption', async () => {
    const requirement = { ...inGrace.requirement!, exemptUntil: '2026-03-20T12:00:00Z' };
    const { element } = await scene({ ...inGrace, requirement });
    expect(told(element)).to.match(/^Set up two-step sign-in by March 20, 2026 .* You still have 18 days\./);
  });

  it('says when it is enforced what is blocked, and since when (R5)', async () => {
    const { element } = await scene(enforced);
    expect(told(element)).to.equal(
      'Two-step sign-in is required It is required by your role. Actions that need it have been blocked since February 27, 2026, and open again as soon as it is set up. Everything else works as before.',
    );
    expect(buttons(element)).to.deep.equal(['Set up now']);
    expect(element.matches(':state(locked)')).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('asks for a passkey where nothing else counts, and says why', async () => {
    const { element } = await scene(passkeyInGrace);
    expect(told(element)).to.contain('Add a passkey by March 14, 2026');
    expect(told(element)).to.contain('Unlike a code, a passkey can’t be given away on a false page.');
    expect(buttons(element)).to.deep.equal(['Add a passkey']);
  });

  it('only suggests what is recommended, and takes a "not now" for the whole session', async () => {
    const { element, client } = await scene(withPasswordOnly);
    expect(told(element)).to.match(/^Protect your account with two-step sign-in/);
    expect(buttons(element)).to.deep.equal(['Set up now', 'Not now']);
    expect(element.matches(':state(prompting), :state(locked)')).to.equal(false);
    await press(element, 'Not now');
    expect(visibleText(element)).to.equal('');
    client.switchTo({ ...withPasswordOnly });
    await settled(element);
    expect(visibleText(element), 'the same session').to.equal('');
    client.switchTo({ ...withPasswordOnly, signedInAt: '2026-03-05T08:00:00Z' });
    await settled(element);
    expect(told(element), 'the next one').to.match(/^Protect your account/);
  });

  it('remembers a "not now" on the next page of the session', async () => {
    const { element } = await scene(withPasswordOnly);
    await press(element, 'Not now');
    const next = await fixture<MfaRequirement>(
      html`<mfa-requirement
        .client=${new ScriptedMfaClient({ session: withPasswordOnly })}
      ></mfa-requirement>`,
    );
    await settled(next);
    expect(visibleText(next)).to.equal('');
  });

  it('takes a "not now" for as long as the page is there, where the page may store nothing', async () => {
    const { element, client } = await scene(withPasswordOnly);
    replace(window, 'sessionStorage', undefined);
    await press(element, 'Not now');
    client.switchTo({ ...withPasswordOnly });
    await settled(element);
    expect(visibleText(element)).to.equal('');
  });

  it('disappears once another part of the page has met it, and says so once', async () => {
    const { element, client } = await scene(inGrace);
    client.switchTo(met(inGrace));
    await settled(element);
    expect(visibleText(element)).to.equal('');
    expect(announced(element)).to.equal('Nothing more is asked of you here.');
    client.switchTo(met(inGrace));
    await settled(element);
    expect(announced(element)).to.equal('Nothing more is asked of you here.');
  });

  it('goes with the session, without a word', async () => {
    const { element, client } = await scene(inGrace);
    client.switchTo({ state: 'signed-out' });
    await settled(element);
    expect([visibleText(element), announced(element)]).to.deep.equal(['', '']);
  });

  it('advises to set it up after an incident, which goes before what is recommended', async () => {
    const { element } = await scene({ ...withPasswordOnly, nudges: ['set-up-after-incident'] });
    expect(told(element)).to.match(/^Protect your account now Something unusual has happened/);
    expect(buttons(element)).to.deep.equal(['Set up now', 'Not now']);
  });

  it('advises about codes and passkeys only where there is a link to them, one thing at a time', async () => {
    const session = { ...advised('add-second-passkey', 'few-recovery-codes'), recoveryCodesRemaining: 2 };
    const { element } = await scene(session);
    expect(visibleText(element)).to.equal('');
    const { element: linked } = await scene(session, {}, '#security');
    expect(told(linked)).to.equal(
      'Make new recovery codes Only 2 are left. They let you in when your authenticator is gone.',
    );
    expect(deepAll(linked, 'a[href="#security"]').map(visibleText)).to.deep.equal(['To your recovery codes']);
    await press(linked, 'Not now');
    expect(visibleText(linked), 'what is less urgent can wait as well').to.equal('');
    await expect(linked).to.be.accessible();
  });

  it('knows all advice', async () => {
    const titles: string[] = [];
    for (const nudge of ['recovery-codes-not-saved', 'add-second-passkey'] as const) {
      const { element } = await scene(advised(nudge), {}, '#security');
      titles.push(visibleText(deepAll(element, '[part=title]')[0]!));
    }
    expect(titles).to.deep.equal(['Save your recovery codes', 'Add a second passkey']);
  });

  it('shows nothing for what a newer server advises', async () => {
    const { element } = await scene(advised('buy-a-safe' as Nudge), {}, '#security');
    expect(visibleText(element)).to.equal('');
  });

  it('speaks with one voice, though there are several on the page', async () => {
    const client = new ScriptedMfaClient({ session: inGrace });
    const page = await fixture<HTMLElement>(
      html`<div>
        <mfa-requirement .client=${client}></mfa-requirement>
        <mfa-requirement .client=${client}></mfa-requirement>
      </div>`,
    );
    const [first, second] = [...page.children] as [MfaRequirement, MfaRequirement];
    await settled(page);
    expect([buttons(first), buttons(second)]).to.deep.equal([['Set up now'], []]);
    first.remove();
    await settled(page);
    expect(buttons(second), 'the next one takes over').to.deep.equal(['Set up now']);
  });

  it('takes heading, description and slots of the page', async () => {
    const { element } = await scene(inGrace);
    element.heading = 'Two steps, please';
    element.description = 'The board wants it.';
    await settled(element);
    expect(told(element)).to.match(/^Two steps, please The board wants it\. You still have/);
    expect(alerts(element)).to.deep.equal([]);
  });

  it('speaks German inside lang="de", dates included', async () => {
    const parent = await fixture<HTMLElement>(
      html`<div lang="de">
        <mfa-requirement .client=${new ScriptedMfaClient({ session: inGrace })}></mfa-requirement>
      </div>`,
    );
    const element = parent.querySelector('mfa-requirement')!;
    await import('../languages/de.js');
    await settled(element);
    expect(told(element)).to.equal(
      'Richten Sie bis 14. März 2026 die Anmeldung in zwei Schritten ein Vorgeschrieben ist das durch Ihre Rolle und Ihren Arbeitsbereich. Sie haben noch 12 Tage Zeit. Bis dahin geht alles wie bisher.',
    );
  });
});
