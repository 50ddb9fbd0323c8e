import { crc32, deflateSync } from 'node:zlib';
import type { Picture } from './compare.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;

/** So far from a colour, in each channel, nobody sees another. */
const REACH = 10;

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

/**
 * The commonest colours as they are, and others as the nearest of those: no channel is further off than it has to be for the palette to
 * suffice.
 */
function reduce(data: Uint8Array): Reduced {
  const pixels = new Uint32Array(data.length / 4);
  const counts = new Map<number, number>();
  for (let pixel = 0; pixel < pixels.length; pixel += 1) {
    const [red = 0, green = 0, blue = 0] = data.subarray(pixel * 4, pixel * 4 + 3);
    const colour = (red << 16) | (green << 8) | blue;
    pixels[pixel] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const colours = [...counts].sort(([, one], [, other]) => other - one).map(([colour]) => colour);
  for (let reach = REACH; ; reach *= 2) {
    const places = placesWithin(colours, reach);
    if (!places) continue;
    const palette = [...places]
      .filter(([colour, { like }]) => colour === like)
      .map(([colour]) => channelsOf(colour));
    return {
      palette: palette.flat(),
      indices: Uint8Array.from(pixels, (colour) => places.get(colour)?.place ?? 0),
    };
  }
}

interface Place {
  readonly place: number;
  /** The colour of the palette. */
  readonly like: number;
}

/** @returns where in the palette each colour has its like; undefined where the palette is too small. */
function placesWithin(colours: readonly number[], reach: number): ReadonlyMap<number, Place> | undefined {
  const places = new Map<number, Place>();
  const palette: Place[] = [];
  for (const colour of colours) {
    let found = palette.find(({ like }) => distance(colour, like) <= reach);
    if (!found) {
      if (palette.length === COLOURS) return undefined;
      found = { place: palette.length, like: colour };
      palette.push(found);
    }
    places.set(colour, found);
  }
  return places;
}

function distance(one: number, other: number): number {
  const others = channelsOf(other);
  return Math.max(...channelsOf(one).map((value, channel) => Math.abs(value - (others[channel] ?? 0))));
}

function channelsOf(colour: number): number[] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function chunk(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const named = Buffer.concat([Buffer.from(type, 'ascii'), content]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
