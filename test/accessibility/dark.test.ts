import { expect } from '@open-wc/testing';
import { everyState } from './stories.js';

describe('On a dark page', () => {
  afterEach(() => {
    document.documentElement.removeAttribute('style');
    document.body.removeAttribute('style');
    document.body.replaceChildren();
  });

  it('every element has the contrast that it has on a light one, and no other violation that axe knows (1.4.3)', async function () {
    this.timeout(180_000);
    document.documentElement.style.colorScheme = 'dark';
    document.body.style.background = '#14171d';
    const states = (await everyState()).filter(({ name }) => name.endsWith(': RightToLeft'));
    for (const { name, show } of states) {
      const canvas = document.createElement('main');
      document.body.append(canvas);
      await show(canvas);
      await expect(canvas, name).to.be.accessible();
      canvas.remove();
    }
    expect(states.length).to.be.greaterThan(15);
  });
});
