import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { ScriptedMfaClient } from '../../packages/elements/src/client/scripted-client.js';
import '../../packages/elements/src/define/mfa-sign-in.js';
import { press } from './keyboard.js';
import { openPage } from './scene.js';

/** Relative luminance, by WCAG, of a computed colour such as `rgb(1, 2, 3)`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('The kit’s own colours', () => {
  afterEach(() => {
    document.documentElement.removeAttribute('style');
    document.body.replaceChildren();
  });

  for (const scheme of ['light', 'dark'] as const)
    it(`give borders of fields and the ring of the focus 3 to 1: ${scheme} (1.4.11)`, async () => {
      document.documentElement.style.colorScheme = scheme;
      const element = await openPage(html`<mfa-sign-in .client=${new ScriptedMfaClient()}></mfa-sign-in>`);
      const { backgroundColor: surface } = getComputedStyle(
        element.shadowRoot!.querySelector('[part=base]')!,
      );
      await press('Tab');
      const { borderTopColor, outlineColor } = getComputedStyle(element.querySelector('input')!);
      expect(luminance(surface) > 0.5, 'the surface').to.equal(scheme === 'light');
      expect(contrast(borderTopColor, surface), 'the border').to.be.at.least(3);
      expect(contrast(outlineColor, surface), 'the ring').to.be.at.least(3);
    });
});
