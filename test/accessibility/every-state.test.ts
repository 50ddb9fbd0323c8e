import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import {
  borderless,
  boundToOrientation,
  calledOtherwise,
  emptyAlerts,
  lost,
  moving,
  smallTargets,
  stickingOut,
  unexplained,
  viewOf,
  withoutPurpose,
} from './measures.js';
import { documentedParts, unreachableParts } from './reachable-parts.js';
import { everyState, type State } from './stories.js';
import { overrideStyles } from './surroundings.js';

/** WCAG 1.4.12, with the line height that fields and code boxes have to bear as well. */
const SPACED = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`;

/** What was found wrong, by what it is measured against: each state is shown once, and measured for everything. */
const found = {
  targets: [] as string[],
  reflow: [] as string[],
  edges: [] as string[],
  spacing: [] as string[],
  text: [] as string[],
  motion: [] as string[],
  borders: [] as string[],
  names: [] as string[],
  purposes: [] as string[],
  reasons: [] as string[],
  orientation: [] as string[],
  alerts: [] as string[],
  parts: [] as string[],
};

type Note = (kind: keyof typeof found, problems: readonly string[]) => void;

let count = 0;

async function showAll(
  states: readonly State[],
  measure: (canvas: HTMLElement, note: Note) => void,
): Promise<void> {
  for (const { name, show } of states) {
    const canvas = document.createElement('main');
    document.body.append(canvas);
    await show(canvas);
    measure(canvas, (kind, problems) =>
      found[kind].push(...problems.map((problem) => `${name}: ${problem}`)),
    );
    canvas.remove();
    count += 1;
  }
}

describe('In every state that has a story', () => {
  before(async function () {
    this.timeout(280_000);
    // A colour scheme changes no place, and all are shown at 320 px here.
    const states = (await everyState()).filter(({ name }) => !/: (Dark|At320Pixels)$/.test(name));
    const documented = await documentedParts();
    document.body.style.margin = '0';
    await emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await setViewport({ width: 320, height: 640 });
    await showAll(states, (canvas, note) => {
      const view = viewOf(canvas);
      note('targets', smallTargets(view));
      note('reflow', lost(view));
      note('edges', stickingOut(view));
      note('motion', moving(view));
      note('borders', borderless(view));
      note('names', calledOtherwise(view));
      note('purposes', withoutPurpose(view));
      note('reasons', unexplained(view));
      note('alerts', emptyAlerts(view));
      note('orientation', boundToOrientation(view));
      note('parts', unreachableParts(view, documented));
      const restore = overrideStyles(canvas, SPACED);
      note('spacing', lost(view));
      restore();
    });
    await setViewport({ width: 640, height: 640 });
    document.documentElement.style.fontSize = '200%';
    const turned = states.filter(({ name }) => name.endsWith(': RightToLeft'));
    await showAll(turned, (canvas, note) => {
      note('text', lost(viewOf(canvas)));
    });
  });

  after(async () => {
    document.documentElement.removeAttribute('style');
    await emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
  });

  it('there is something to measure', () => {
    expect(count).to.be.greaterThan(400);
  });

  for (const [title, kind] of [
    ['what can be operated is at least 24 px wide and high, buttons 44 (2.5.8)', 'targets'],
    ['nothing scrolls sideways or is cut off at 320 px, which is 1280 px at 400 % (1.4.10)', 'reflow'],
    ['the words of buttons keep to the edges of their card', 'edges'],
    ['nothing is lost at 320 px with the line, letter and word spacing of WCAG (1.4.12)', 'spacing'],
    ['nothing is lost with text of twice the size, from right to left (1.4.4)', 'text'],
    ['nothing moves where less motion is asked for (2.2.2, 2.3.3)', 'motion'],
    ['buttons and fields keep a border in forced colours (1.4.11)', 'borders'],
    ['what reads one way is called that way (2.5.3)', 'names'],
    ['fields for what a person has elsewhere say what they are for (1.3.5)', 'purposes'],
    ['a field that is marked as wrong has the reason in words (1.4.1, 3.3.1)', 'reasons'],
    ['an alert that says nothing is not there (4.1.3)', 'alerts'],
    ['nothing depends on how a phone is held (1.3.4)', 'orientation'],
    [
      'a page can style every part, also of the elements inside others, by a name that is documented',
      'parts',
    ],
  ] as const)
    it(title, () => {
      expect(found[kind]).to.deep.equal([]);
    });
});
