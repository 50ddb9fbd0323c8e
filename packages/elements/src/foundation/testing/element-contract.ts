import { expect, fixture, html } from '@open-wc/testing';
import { openStrictPage } from '../../../../../test/browser/strict-page.js';
import { ScriptedMfaClient } from '../../client/scripted-client.js';
import type { MfaElement } from '../mfa-element.js';
import { withManualTiming } from './manual-timing.js';
import { deepAll, settled } from './rendering.js';
import { watchListeners, watchMarkup, watchMistakes } from './watches.js';

export interface ElementContract {
  tag: string;
  /** The class of the tag. */
  element: typeof MfaElement;
  /** Loads the define module once more. */
  define: () => Promise<unknown>;
  /** The parts that are on show with this client. Those of other states belong to the tests of these states. */
  parts?: readonly string[];
  /** The client for each test; by default one that means well. */
  client?: () => ScriptedMfaClient;
  /** Brings an attached element into the state in which the contract is checked, such as opening a dialog. */
  prepare?: (element: MfaElement) => void | Promise<void>;
}

/** Width that WCAG 1.4.10 asks for, in CSS pixels. */
const NARROW = 320;

const WRONG_VALUES: readonly unknown[] = [
  undefined,
  null,
  Number.NaN,
  -1,
  1e9,
  'nonsense',
  {},
  [],
  () => undefined,
];

/** What every element of the kit promises, as tests of one tag. */
export function elementContract(contract: ElementContract): void {
  const { tag, element, define, parts = [], client = () => new ScriptedMfaClient(), prepare } = contract;

  async function attach(parent: Element, order: 'before' | 'after' = 'before'): Promise<MfaElement> {
    const made = document.createElement(tag) as MfaElement;
    if (order === 'before') made.client = client();
    parent.append(made);
    if (order === 'after') made.client = client();
    await settled(made);
    await prepare?.(made);
    await settled(made);
    return made;
  }

  const page = (direction: 'ltr' | 'rtl' = 'ltr'): Promise<HTMLElement> =>
    fixture<HTMLElement>(html`<main dir=${direction}></main>`);

  describe(`<${tag}> keeps the contract of all elements`, () => {
    const timing = withManualTiming();

    it('is defined by its define module, and defining it twice is harmless', async () => {
      await define();
      await define();
      expect(customElements.get(tag)).to.equal(element);
    });

    for (const [direction, reading] of [
      ['ltr', 'from left to right'],
      ['rtl', 'from right to left'],
    ] as const) {
      it(`has no accessibility violation, ${reading}`, async () => {
        const parent = await page(direction);
        await attach(parent);
        await expect(parent).to.be.accessible();
      });
    }

    it(`needs no sideways scrolling at ${String(NARROW)} px`, async () => {
      const parent = await page();
      parent.style.inlineSize = `${String(NARROW - 32)}px`;
      const made = await attach(parent);
      expect(parent.scrollWidth).to.be.at.most(NARROW - 32);
      expect(made.scrollWidth).to.be.at.most(NARROW - 32);
    });

    it('looks the same whether properties come before or after it is attached', async () => {
      const before = await attach(await page(), 'before');
      const expected = outline(before);
      before.remove();
      const after = await attach(await page(), 'after');
      expect(outline(after)).to.deep.equal(expected);
    });

    it('leaves nothing behind when it is removed: no listener, no timer, no subscription, no node', async () => {
      const listeners = watchListeners(window, document);
      const parent = await page();
      const script = client();
      const subscriptions = watchSubscriptions(script);
      const made = document.createElement(tag) as MfaElement;
      made.client = script;
      parent.append(made);
      await settled(made);
      await prepare?.(made);
      await settled(made);
      made.remove();
      await settled(made);
      expect(listeners.left(), 'listeners').to.deep.equal([]);
      expect(timing().waiting, 'timers').to.equal(0);
      expect(subscriptions(), 'subscriptions').to.equal(0);
      expect(parent.childElementCount, 'nodes').to.equal(0);
    });

    it('comes back to life when it is attached again', async () => {
      const parent = await page();
      const made = await attach(parent);
      const first = outline(made);
      made.remove();
      parent.append(made);
      await settled(made);
      await prepare?.(made);
      await settled(made);
      expect(outline(made)).to.deep.equal(first);
    });

    it('works under a strict Content-Security-Policy: no style attribute, no style element, no markup from strings', async () => {
      const markup = watchMarkup();
      const made = await attach(await page());
      expect(deepAll(made, '[style], style, script').map((node) => node.outerHTML)).to.deep.equal([]);
      expect(markup.written()).to.deep.equal([]);
    });

    it('makes the browser refuse nothing on a page with that policy', async () => {
      const strict = await openStrictPage(new URL(`../../define/${tag}.ts`, import.meta.url).href);
      const made = strict.document.createElement(tag) as MfaElement;
      made.client = client();
      strict.document.body.append(made);
      await settled(made);
      await prepare?.(made);
      await settled(made);
      expect(made.shadowRoot?.childElementCount).to.be.greaterThan(0);
      expect(strict.violations).to.deep.equal([]);
      strict.close();
    });

    it('has the parts that its documentation names', async () => {
      const made = await attach(await page());
      for (const part of parts) expect(deepAll(made, `[part~="${part}"]`), part).to.not.have.lengthOf(0);
    });

    it('survives every wrong value of every property without an error', async () => {
      const mistakes = watchMistakes();
      const made = await attach(await page());
      const properties = [...element.elementProperties].flatMap(([name, { state }]) => (state ? [] : [name]));
      for (const property of properties) {
        const right = Reflect.get(made, property) as unknown;
        for (const wrong of WRONG_VALUES) {
          Reflect.set(made, property, wrong);
          await made.updateComplete;
        }
        Reflect.set(made, property, right);
      }
      await settled(made);
      expect(mistakes.seen()).to.deep.equal([]);
      expect(properties).to.include('baseUrl');
    });

    it('gives Lit nothing to warn of', async () => {
      // Lit says each warning once per page; what earlier tests provoked has to be heard again.
      const issued = (globalThis as { litIssuedWarnings?: Set<string> }).litIssuedWarnings;
      issued?.clear();
      await attach(await page());
      expect(issued && [...issued], 'the development build of Lit is loaded').to.deep.equal([]);
    });
  });
}

/** The rendered structure: tags, parts and texts of all shadow roots. */
function outline(element: Element): string[] {
  return deepAll(element, '*').map(
    (node) =>
      `${node.localName} ${node.getAttribute('part') ?? ''} ${node.childElementCount ? '' : node.textContent.trim()}`,
  );
}

function watchSubscriptions(client: ScriptedMfaClient): () => number {
  let count = 0;
  const subscribe = client.subscribe.bind(client);
  client.subscribe = (listener) => {
    const unsubscribe = subscribe(listener);
    count += 1;
    return () => {
      count -= 1;
      unsubscribe();
    };
  };
  return () => count;
}
