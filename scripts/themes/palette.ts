import { readFileSync } from 'node:fs';
import path from 'node:path';

const styles = path.resolve(import.meta.dirname, '../../packages/elements/src');

/** Red, green and blue from 0 to 255. */
type Color = readonly [red: number, green: number, blue: number];
export type Scheme = 'light' | 'dark';

/** The colors of a theme in one scheme, by what their tokens are called after `--mfa-color-`. */
export type Palette = ReadonlyMap<string, Color>;

/** What stands in for every token where a page sets none. */
export function defaultPalette(scheme: Scheme): Palette {
  return read('foundation/styles/base.ts', /--mfa-color-([\w-]+),\s*light-dark\((#\w+),\s*(#\w+)\)/g, scheme);
}

/** @param theme name of a file, without its ending. */
export function themePalette(theme: string, scheme: Scheme): Palette {
  return read(`themes/${theme}.css`, /--mfa-color-([\w-]+):\s*light-dark\((#\w+),\s*(#\w+)\)/g, scheme);
}

function read(file: string, pattern: RegExp, scheme: Scheme): Palette {
  const text = readFileSync(path.join(styles, file), 'utf8');
  return new Map(
    [...text.matchAll(pattern)].map(([, name = '', light = '', dark = '']) => [
      name,
      parse(scheme === 'light' ? light : dark),
    ]),
  );
}

function parse(hex: string): Color {
  const digits = hex.length === 4 ? hex.replaceAll(/\w/g, '$&$&') : hex;
  const at = (index: number): number => Number.parseInt(digits.slice(index, index + 2), 16);
  return [at(1), at(3), at(5)];
}

/** `color-mix(in srgb, one share%, other)`. */
export function mix(one: Color, share: number, other: Color): Color {
  const channel = (index: 0 | 1 | 2): number => (one[index] * share + other[index] * (100 - share)) / 100;
  return [channel(0), channel(1), channel(2)];
}

/** Of WCAG: from 1 for the same color to 21 for black on white. */
export function contrast(one: Color, other: Color): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: Color): number {
  const [red, green, blue] = color.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
