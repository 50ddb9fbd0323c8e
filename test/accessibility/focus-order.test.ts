import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { accessibilityTree, nameless } from './accessibility-tree.js';
import { active, outOfOrder, walk } from './keyboard.js';
import { everyState, type State } from './stories.js';
import { nameOf } from './surroundings.js';

/** One state of each element, which has a story in the other direction. The dialog keeps the focus: it has a test of its own. */
async function oneOfEach(): Promise<readonly State[]> {
  return (await everyState()).filter(
    ({ name }) => name.endsWith(': RightToLeft') && !name.startsWith('mfa-step-up'),
  );
}

function page(): { before: HTMLElement; canvas: HTMLElement; behind: HTMLElement } {
  const before = document.createElement('button');
  const behind = document.createElement('button');
  const canvas = document.createElement('main');
  before.textContent = 'Before';
  behind.textContent = 'Behind';
  document.body.append(before, canvas, behind);
  return { before, canvas, behind };
}

describe('By Tab alone', () => {
  before(() => setViewport({ width: 800, height: 600 }));

  afterEach(() => {
    document.body.replaceChildren();
  });

  for (const direction of ['ltr', 'rtl'] as const)
    it(`every stop of every element shows the focus, in the order of the eye, and none is a trap: ${direction} (2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11)`, async function () {
      this.timeout(180_000);
      const problems: string[] = [];
      let count = 0;
      for (const { name, show } of await oneOfEach()) {
        const { before, canvas, behind } = page();
        await show(canvas);
        canvas.querySelector('[dir]')!.setAttribute('dir', direction);
        const stops = await walk(before, behind, canvas);
        problems.push(
          ...stops.flatMap(({ problems: wrong }) => wrong).map((problem) => `${name}: ${problem}`),
          ...outOfOrder(stops, direction).map((problem) => `${name}: ${problem}`),
        );
        await sendKeys({ press: 'Shift+Tab' });
        if (active() === before || !stops.length) problems.push(`${name}: no way back`);
        count += stops.length;
        document.body.replaceChildren();
      }
      expect(problems).to.deep.equal([]);
      expect(count).to.be.greaterThan(100);
    });

  it('everything that can be reached has a name in the tree that screen readers get (4.1.2)', async function () {
    this.timeout(120_000);
    const problems: string[] = [];
    for (const { name, show } of await oneOfEach()) {
      const { canvas } = page();
      await show(canvas);
      problems.push(...nameless(await accessibilityTree()).map((node) => `${name}: ${node}`));
      document.body.replaceChildren();
    }
    expect(problems, nameOf(document.body)).to.deep.equal([]);
  });
});
