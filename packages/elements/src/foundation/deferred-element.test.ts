import { expect, fixture, html } from '@open-wc/testing';
import { DeferredElement } from './deferred-element.js';
import { DeferredView, type DeferredStates } from './deferred-view.js';
import { settled } from './testing/rendering.js';

/** Counts what is made of it, and what it does. */
const counts = { views: 0, loads: 0 };

/** The modules that are on their way, to be let in by the test. */
const arriving: (() => void)[] = [];

class CountedView extends DeferredView {
  protected override readonly flow = {
    load: () => {
      counts.loads += 1;
    },
    follow: () => undefined,
  };

  constructor(element: DeferredElement) {
    super(element);
    counts.views += 1;
  }

  override get states(): DeferredStates {
    return {};
  }

  override render(): unknown {
    return html`<p class="there"></p>`;
  }
}

class DeferredExample extends DeferredElement {
  protected override readonly words = { heading: 'Example', description: '' };

  protected override async fetchView(): Promise<() => DeferredView> {
    await new Promise<void>((resolve) => arriving.push(resolve));
    return () => new CountedView(this);
  }
}
customElements.define('deferred-example', DeferredExample);

describe('DeferredElement', () => {
  it('makes one view, which asks once, however often it was moved while the view was on its way', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <main></main>
        <aside></aside>
      </div>`,
    );
    const element = document.createElement('deferred-example') as DeferredExample;
    for (const place of ['main', 'aside', 'main', 'aside']) {
      page.querySelector(place)!.append(element);
      await settled(element);
    }
    expect(arriving).to.have.lengthOf(4);
    for (const arrive of arriving) arrive();
    await settled(element);
    expect(counts).to.deep.equal({ views: 1, loads: 1 });
    expect(element.renderRoot.querySelectorAll('.there')).to.have.lengthOf(1);
  });
});
