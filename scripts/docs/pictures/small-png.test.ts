import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { smallPng } from './small-png.ts';

type Colour = readonly [number, number, number];

const SIGNATURE = '89504e470d0a1a0a';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** @param lines Each begins with its filter. */
function pngOf(width: number, lines: readonly (readonly number[])[], colourType = 2): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(lines.length, 4);
  header.set([8, colourType, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from(SIGNATURE, 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(lines.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Reads what was made, and checks each sum on the way. */
function coloursIn(png: Buffer): readonly (readonly Colour[])[] {
  assert.equal(png.toString('hex', 0, 8), SIGNATURE);
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length;) {
    const end = at + 8 + png.readUInt32BE(at);
    assert.equal(png.readUInt32BE(end), crc32(png.subarray(at + 4, end)));
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, end));
    at = end + 4;
  }
  const [header, palette, data] = ['IHDR', 'PLTE', 'IDAT'].map((type) => {
    const found = chunks.get(type);
    assert.ok(found, type);
    return found;
  }) as [Buffer, Buffer, Buffer];
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const lines = inflateSync(data);
  return Array.from({ length: height }, (_line, y) =>
    Array.from({ length: width }, (_pixel, x): Colour => {
      const place = 3 * (lines[y * (width + 1) + 1 + x] ?? 0);
      const [red = 0, green = 0, blue = 0] = palette.subarray(place, place + 3);
      return [red, green, blue];
    }),
  );
}

describe('smallPng', () => {
  it('keeps every pixel of a picture with few colours, whichever way its lines were filtered', () => {
    const [one, two]: Colour[] = [
      [10, 20, 30],
      [40, 60, 80],
    ];
    const lines = [
      [0, 10, 20, 30, 40, 60, 80],
      // From the left, from above, from both, and by whichever is nearest.
      [1, 10, 20, 30, 30, 40, 50],
      [2, 0, 0, 0, 0, 0, 0],
      [3, 5, 10, 15, 15, 20, 25],
      [4, 0, 0, 0, 0, 0, 0],
    ];
    assert.deepEqual(coloursIn(smallPng(pngOf(2, lines))), Array(5).fill([one, two]));
  });

  it('takes the nearest of the 256 that are there most for what is rare', () => {
    const often = Array.from({ length: 256 }, (_, value) => [value, value, value]);
    const line = [0, ...[...often, ...often, [101, 100, 100]].flat()];
    const [colours = []] = coloursIn(smallPng(pngOf(513, [line])));
    assert.deepEqual(colours.at(-1), [100, 100, 100]);
    assert.deepEqual(colours.slice(0, 256), often);
  });

  it('refuses what it cannot read', () => {
    assert.throws(() => smallPng(Buffer.from('GIF89a')), /no PNG/);
    assert.throws(() => smallPng(pngOf(1, [[0, 1, 2, 3, 4]], 6)), /red, green and blue/);
  });
});
