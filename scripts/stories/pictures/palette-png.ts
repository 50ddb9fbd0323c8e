import { crc32, deflateSync } from 'node:zlib';
import type { Picture } from './compare.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;

/**
 * A PNG with a palette, a third of the usual size. Where there are more colours than a palette holds, those that are almost the same
 * become one: the eye sees no difference, and the comparison allows for more.
 *
 * @param picture without transparency
 */
export function encodePalettePng({ width, height, data }: Picture): Buffer {
  const { palette, indices } = reduce(data);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits for each pixel, which is the place of its colour in the palette.
  header.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1) {
    rows.set(indices.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

interface Reduced {
  readonly palette: readonly number[];
  readonly indices: Uint8Array;
}

/** Takes as many bits of each channel as leave few enough colours; the first colour of a group stands for all. */
function reduce(data: Uint8Array): Reduced {
  for (let dropped = 0; dropped < 8; dropped += 1) {
    const reduced = withPalette(data, dropped);
    if (reduced) return reduced;
  }
  throw new Error('No palette is that small.');
}

function withPalette(data: Uint8Array, dropped: number): Reduced | undefined {
  const places = new Map<number, number>();
  const palette: number[] = [];
  const indices = new Uint8Array(data.length / 4);
  for (let pixel = 0; pixel < indices.length; pixel += 1) {
    const [red = 0, green = 0, blue = 0] = data.subarray(pixel * 4, pixel * 4 + 3);
    const key = ((red >> dropped) << 16) | ((green >> dropped) << 8) | (blue >> dropped);
    let place = places.get(key);
    if (place === undefined) {
      if (places.size === COLOURS) return undefined;
      place = places.size;
      places.set(key, place);
      palette.push(red, green, blue);
    }
    indices[pixel] = place;
  }
  return { palette, indices };
}

function chunk(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const named = Buffer.concat([Buffer.from(type, 'ascii'), content]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
