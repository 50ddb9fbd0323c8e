/** Two tokens of which one is seen on the other, and how much they have to differ by WCAG 2.2. */
interface Pair {
  readonly front: string;
  readonly back: string;
  readonly least: number;
}

const SURFACES = ['--mfa-color-surface', '--mfa-color-surface-raised'];

const pairs: readonly Pair[] = [
  ...['text', 'text-quiet', 'danger', 'success', 'warning', 'accent'].flatMap((name) =>
    SURFACES.map((back) => ({ front: `--mfa-color-${name}`, back, least: 4.5 })),
  ),
  { front: '--mfa-color-on-accent', back: '--mfa-color-accent', least: 4.5 },
  { front: '--mfa-color-border', back: '--mfa-color-surface', least: 3 },
  { front: '--mfa-color-focus', back: '--mfa-color-surface', least: 3 },
];

export interface LowContrast extends Pair {
  readonly ratio: number;
}

/** Red, green and blue from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/**
 * Pairs of colours that are too much alike to be read or seen.
 *
 * @param colourOf the colour that a token has, in force
 */
export function lowContrasts(colourOf: (token: string) => Colour): readonly LowContrast[] {
  return pairs
    .map((pair) => ({ ...pair, ratio: contrast(colourOf(pair.front), colourOf(pair.back)) }))
    .filter(({ ratio, least }) => ratio < least);
}

/** Of WCAG: from 1 for the same colour to 21 for black on white. */
export function contrast(one: Colour, other: Colour): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  const linear = (channel: number): number => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

/**
 * The colour that any CSS value comes to where an element stands, `light-dark()` and other tokens included.
 *
 * @param place whose surroundings decide
 * @param value of CSS
 */
export function resolveColour(place: HTMLElement, value: string): Colour {
  const probe = document.createElement('span');
  probe.style.color = value;
  place.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  if (!canvas) return [0, 0, 0];
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** As `<input type="color">` has it. */
export function hexOf(colour: Colour): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
