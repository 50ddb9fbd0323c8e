import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

// Loaded by the demo before anything else, while pictures are taken: time stands still, and chance is the same each time. So a picture differs
// from the one before only where the page does. For nothing else: what is made in such a world protects nobody.

/** A Monday morning, far from any change of clocks. */
const NOW = Date.UTC(2026, 2, 2, 9, 30);
Date.now = () => NOW;

/** How many values of each length were drawn. Each length has its own row, so that what happens beside changes no secret and no code. */
const drawn = new Map<number, number>();

function seededBytes(size: number): Buffer {
  const turn = (drawn.get(size) ?? 0) + 1;
  drawn.set(size, turn);
  return crypto
    .createHash('shake256', { outputLength: size })
    .update(`${String(size)}/${String(turn)}`)
    .digest();
}

type Callback = (error: Error | null, bytes: Buffer) => void;

Object.assign(crypto, {
  randomBytes: (size: number, callback?: Callback) => {
    const bytes = seededBytes(size);
    if (callback) process.nextTick(callback, null, bytes);
    return bytes;
  },
});
syncBuiltinESMExports();
