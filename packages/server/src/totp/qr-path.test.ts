import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import type { QRCode } from 'jsqr';
import { otpauthUri } from './otpauth-uri.ts';
import { qrPath, type QrPath } from './qr-path.ts';

type Scan = (data: Uint8ClampedArray, width: number, height: number) => QRCode | null;
const { default: scan } = createRequire(import.meta.url)('jsqr') as { readonly default: Scan };

const URI = otpauthUri('Bücher & Notes', 'ada@example.com', 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
/** Pixels per module. */
const SCALE = 4;

/** The rectangles of a path that draws nothing else; a path in any other form fails. */
function rectanglesOf(path: string): { x: number; y: number; width: number }[] {
  const form = /M(\d+) (\d+)h(\d+)v1h-(\d+)z/gy;
  const rectangles = [];
  let end = 0;
  for (const [text, x, y, width, back] of path.matchAll(form)) {
    assert.equal(width, back);
    rectangles.push({ x: Number(x), y: Number(y), width: Number(width) });
    end += text.length;
  }
  assert.equal(end, path.length, `not a row of rectangles: ${path.slice(end, end + 40)}`);
  return rectangles;
}

/** White pixels with the path filled black, as a browser would paint them. */
function rasterise({ size, path }: QrPath): { pixels: Uint8ClampedArray; side: number } {
  const side = size * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const { x, y, width } of rectanglesOf(path)) {
    for (let row = y * SCALE; row < (y + 1) * SCALE; row += 1) {
      for (let column = x * SCALE; column < (x + width) * SCALE; column += 1) {
        pixels.set([0, 0, 0], (row * side + column) * 4);
      }
    }
  }
  return { pixels, side };
}

describe('The QR code as an SVG path', () => {
  it('is read by a scanner as the very text that went in', () => {
    const { pixels, side } = rasterise(qrPath(URI));
    assert.equal(scan(pixels, side, side)?.data, URI);
  });

  it('keeps the quiet zone of four modules on each side (ISO/IEC 18004)', () => {
    const { size, path } = qrPath(URI);
    const rectangles = rectanglesOf(path);
    assert.equal(Math.min(...rectangles.map(({ x }) => x)), 4);
    assert.equal(Math.min(...rectangles.map(({ y }) => y)), 4);
    assert.equal(Math.max(...rectangles.map(({ x, width }) => x + width)), size - 4);
    assert.equal(Math.max(...rectangles.map(({ y }) => y + 1)), size - 4);
  });

  it('has no two rectangles that touch in a row: together they would be one', () => {
    const ends = new Set<string>();
    const rectangles = rectanglesOf(qrPath(URI).path);
    for (const { x, y, width } of rectangles) ends.add(`${x + width} ${y}`);
    assert.deepEqual(
      rectangles.filter(({ x, y }) => ends.has(`${x} ${y}`)),
      [],
    );
  });
});
