import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { contrast, defaultPalette, mix, themePalette, type Palette, type Scheme } from './palette.ts';

const themes = readdirSync(path.resolve(import.meta.dirname, '../../packages/elements/src/themes')).map(
  (file) => path.basename(file, '.css'),
);

const TEXT = 4.5;
const SHAPES = 3;

const WORDS = ['text', 'text-quiet', 'accent', 'danger', 'success', 'warning'];
const GROUNDS = ['surface', 'surface-raised'];

/** Each pair of colors that is seen, and how far apart it has to be. */
function pairsOf(palette: Palette): { pair: string; ratio: number; least: number }[] {
  const color = (name: string): readonly [number, number, number] => {
    const found = palette.get(name);
    assert.ok(found, `--mfa-color-${name} is missing`);
    return found;
  };
  const pair = (
    front: string,
    back: string,
    least: number,
  ): { pair: string; ratio: number; least: number } => ({
    pair: `${front} on ${back}`,
    ratio: contrast(color(front), color(back)),
    least,
  });
  const onTint = (front: string, tint: string, share: number, least: number): ReturnType<typeof pair> => ({
    pair: `${front} on ${String(share)} % of ${tint}`,
    ratio: contrast(color(front), mix(color(tint), share, color('surface'))),
    least,
  });
  const pressed = (ground: string, text: string): ReturnType<typeof pair> => ({
    pair: `${text} on ${ground} under the pointer`,
    ratio: contrast(color(text), mix(color(text), 8, color(ground))),
    least: TEXT,
  });
  return [
    ...WORDS.flatMap((word) => GROUNDS.map((ground) => pair(word, ground, TEXT))),
    pair('on-accent', 'accent', TEXT),
    pair('surface', 'danger', TEXT),
    pressed('accent', 'on-accent'),
    pressed('danger', 'surface'),
    pressed('surface', 'text'),
    ...['danger', 'warning'].flatMap((tint) =>
      ['text', 'text-quiet', tint].map((word) => onTint(word, tint, 8, TEXT)),
    ),
    onTint('text', 'warning', 12, TEXT),
    onTint('accent', 'accent', 9, SHAPES),
    ...['border', 'focus'].flatMap((shape) => GROUNDS.map((ground) => pair(shape, ground, SHAPES))),
  ];
}

function assertContrast(palette: Palette): void {
  const low = pairsOf(palette).filter(({ ratio, least }) => ratio < least);
  assert.deepEqual(
    low.map(({ pair, ratio, least }) => `${pair}: ${ratio.toFixed(2)}, not ${String(least)}`),
    [],
  );
}

const schemes: readonly Scheme[] = ['light', 'dark'];

describe('contrast of colors', () => {
  it('has three themes beside the default', () => {
    assert.deepEqual(themes.sort(), ['high-contrast', 'material', 'plain']);
  });

  for (const scheme of schemes) {
    it(`is enough for text, controls and focus in the default theme, ${scheme}`, () => {
      assertContrast(defaultPalette(scheme));
    });

    for (const theme of themes) {
      it(`is enough in ${theme}, ${scheme}`, () => {
        assertContrast(themePalette(theme, scheme));
      });

      it(`is not left to the default in ${theme}, ${scheme}: all colors are set`, () => {
        assert.deepEqual(
          [...themePalette(theme, scheme).keys()].sort(),
          [...defaultPalette(scheme).keys()].sort(),
        );
      });
    }

    it(`is seven to one for text and four and a half for borders in high-contrast, ${scheme}`, () => {
      const low = pairsOf(themePalette('high-contrast', scheme)).filter(
        ({ pair, ratio }) =>
          (WORDS.some((word) => pair.startsWith(`${word} on s`)) && ratio < 7) ||
          (pair.startsWith('border') && ratio < TEXT),
      );
      assert.deepEqual(low, []);
    });
  }

  it('is told to be too low where it is', () => {
    const faint = new Map(defaultPalette('light')).set('text-quiet', [190, 190, 190]);
    assert.throws(() => {
      assertContrast(faint);
    }, /text-quiet on surface: 1\.\d\d, not 4\.5/);
  });
});
