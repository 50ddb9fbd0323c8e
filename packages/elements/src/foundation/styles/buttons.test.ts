import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { baseStyles } from './base.js';
import { buttonStyles } from './buttons.js';

class ButtonBench extends LitElement {
  static override styles = [baseStyles, buttonStyles];

  protected override render(): TemplateResult {
    return html`<button part="button">Save</button><button part="button button-quiet">Rename</button>`;
  }
}
customElements.define('button-bench', ButtonBench);

describe('the look of buttons', () => {
  it('underlines quiet ones in a colour that only forced colours show, which take the accent from them', async () => {
    const bench = await fixture<ButtonBench>(html`<button-bench></button-bench>`);
    const lines = [...bench.renderRoot.querySelectorAll('button')].map((button) => {
      const { textDecorationLine, textDecorationColor } = getComputedStyle(button);
      return `${textDecorationLine} ${textDecorationColor}`;
    });
    expect(lines[0]).to.match(/^none /);
    // What is painted in forced colours is not what the computed style says; browsers replace each color that is set.
    expect(lines[1]).to.equal('underline rgba(0, 0, 0, 0)');
  });
});
