import pixelmatch from 'pixelmatch';

/** Pixels in rows, four bytes each: red, green, blue, alpha. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface Comparison {
  /** How many pixels a person would see to be another colour; those that only smooth an edge are not counted. */
  readonly differing: number;
  readonly isSame: boolean;
  /** The differing pixels in red on a pale picture. */
  readonly difference: Picture;
}

/** How much another colour a pixel has to be, from 0 to 1, to count: less than the lines between sections differ from the page. */
const THRESHOLD = 0.06;
/** So many pixels may differ: browsers of other versions place a letter or round a corner slightly otherwise. */
const ALLOWED = 24;
/** Text may be broken or measured otherwise by this many pixels. */
const ALLOWED_SIZE = 1;

/**
 * Whether two pictures look the same to a person.
 *
 * @param expected what was approved
 * @param actual what is there now
 */
export function compare(expected: Picture, actual: Picture): Comparison {
  const width = Math.max(expected.width, actual.width);
  const height = Math.max(expected.height, actual.height);
  const data = new Uint8Array(width * height * 4);
  const differing = pixelmatch(
    extended(expected, width, height),
    extended(actual, width, height),
    data,
    width,
    height,
    { threshold: THRESHOLD },
  );
  const isAsLarge =
    Math.abs(expected.width - actual.width) <= ALLOWED_SIZE &&
    Math.abs(expected.height - actual.height) <= ALLOWED_SIZE;
  return { differing, isSame: isAsLarge && differing <= ALLOWED, difference: { width, height, data } };
}

/** The same with the last row and column going on, so that one more line of the page's own colour is no difference. */
function extended(picture: Picture, width: number, height: number): Uint8Array {
  if (picture.width === width && picture.height === height) return picture.data;
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = (Math.min(y, picture.height - 1) * picture.width + Math.min(x, picture.width - 1)) * 4;
      data.set(picture.data.subarray(from, from + 4), (y * width + x) * 4);
    }
  }
  return data;
}
