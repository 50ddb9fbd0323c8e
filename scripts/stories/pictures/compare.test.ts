import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PNG } from 'pngjs';
import { compare, type Picture } from './compare.ts';
import { encodePalettePng } from './palette-png.ts';

type Colour = readonly [red: number, green: number, blue: number];

interface Card {
  readonly buttonAt?: number;
  readonly button?: Colour;
  readonly line?: Colour;
  readonly words?: number;
  readonly ring?: boolean;
}

const WHITE: Colour = [255, 255, 255];
const HAIRLINE: Colour = [212, 215, 220];
const ACCENT: Colour = [35, 72, 201];
const TEXT: Colour = [23, 27, 36];

/** A card as elements draw it: words, a fine line, a button. */
function card({
  buttonAt = 20,
  button = ACCENT,
  line = HAIRLINE,
  words = 8,
  ring = false,
}: Card = {}): Picture {
  const width = 320;
  const height = 160;
  const data = new Uint8Array(width * height * 4).fill(255);
  const fill = (left: number, top: number, wide: number, high: number, colour: Colour): void => {
    for (let y = top; y < top + high; y += 1)
      for (let x = left; x < left + wide; x += 1) data.set(colour, (y * width + x) * 4);
  };
  for (let word = 0; word < words; word += 1) fill(20 + word * 34, 20, 26, 2, TEXT);
  fill(0, 60, width, 1, line);
  if (ring) fill(buttonAt - 4, 86, 108, 44, ACCENT);
  if (ring) fill(buttonAt - 2, 88, 104, 40, WHITE);
  fill(buttonAt, 90, 100, 36, button);
  return { width, height, data };
}

const looksSame = (other: Picture): boolean => compare(card(), other).isSame;

describe('compare', () => {
  it('takes a picture for itself', () => {
    assert.equal(looksSame(card()), true);
  });

  it('overlooks colours that nobody can tell apart', () => {
    assert.equal(looksSame(card({ button: [37, 74, 203] })), true);
  });

  it('overlooks one more row of the same background', () => {
    const { width, height, data } = card();
    const taller = new Uint8Array(data.length + width * 4).fill(255);
    taller.set(data);
    assert.equal(looksSame({ width, height: height + 1, data: taller }), true);
  });

  for (const [what, changed] of [
    ['a changed colour', card({ button: [70, 72, 201] })],
    ['a button moved by two pixels', card({ buttonAt: 22 })],
    ['a missing line', card({ line: WHITE })],
    ['a missing word', card({ words: 7 })],
    ['a ring of focus', card({ ring: true })],
  ] as const) {
    it(`sees ${what}`, () => {
      assert.equal(looksSame(changed), false);
    });
  }

  it('sees that something became larger', () => {
    const { width, height, data } = card();
    assert.equal(
      looksSame({ width, height: height - 4, data: data.subarray(0, width * (height - 4) * 4) }),
      false,
    );
  });
});

describe('encodePalettePng', () => {
  const decode = (file: Buffer): Picture => PNG.sync.read(file);

  it('keeps each colour of a picture with few of them', () => {
    const { data } = decode(encodePalettePng(card()));
    assert.deepEqual(new Uint8Array(data), card().data);
  });

  it('makes one of colours that are almost the same where there are too many', () => {
    const width = 256;
    const many = new Uint8Array(width * width * 4);
    for (let pixel = 0; pixel < width * width; pixel += 1)
      many.set([pixel % width, Math.floor(pixel / width), 128, 255], pixel * 4);
    const picture = { width, height: width, data: many };
    const { data } = decode(encodePalettePng(picture));
    const furthest = many.reduce(
      (worst, value, index) => Math.max(worst, Math.abs(value - (data[index] ?? 0))),
      0,
    );
    assert.ok(furthest < 32, `${String(furthest)} off`);
  });

  it('is smaller than a picture of as many colours without a palette', () => {
    const { width, height, data } = card();
    const whole = new PNG({ width, height });
    whole.data.set(data);
    assert.ok(encodePalettePng(card()).length < PNG.sync.write(whole).length);
  });
});
