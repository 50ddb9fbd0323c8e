import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import { compare, type Picture } from './compare.ts';
import { encodePalettePng } from './palette-png.ts';

/** How often a story that does not look as it should is looked at again: what it waits for may be on its way. */
const LOOKS = 12;
/** Between two looks, in milliseconds. */
const PAUSE = 250;

/** Takes a picture of what there is to see now. */
export type Camera = () => Promise<Picture>;

/** The approved pictures of all stories, one file each under the id of its story. */
export class PictureBook {
  readonly #folder: string;
  readonly #failures: string;

  /**
   * @param folder with the approved pictures
   * @param failures folder for what looks otherwise: the picture, and where it differs. Emptied first.
   */
  constructor(folder: string, failures: string) {
    this.#folder = folder;
    this.#failures = failures;
    rmSync(failures, { recursive: true, force: true });
  }

  /**
   * Holds a story against its picture.
   *
   * @returns problems in words; none where it looks as approved
   */
  async check(id: string, camera: Camera): Promise<string[]> {
    const file = this.#fileOf(id);
    if (!existsSync(file)) return ['there is no picture of it: npm run stories:pictures'];
    const approved = PNG.sync.read(readFileSync(file));
    for (let look = 1; ; look += 1) {
      const actual = await camera();
      const { isSame, differing, difference } = compare(approved, actual);
      if (isSame) return [];
      if (look < LOOKS) {
        await pause();
        continue;
      }
      const files = [this.#keep(`${id}.actual.png`, actual), this.#keep(`${id}.difference.png`, difference)];
      return [`looks otherwise, by ${String(differing)} pixels: ${files.join(', ')}`];
    }
  }

  /** Approves what a story looks like, once it no longer changes. */
  async approve(id: string, camera: Camera): Promise<void> {
    const file = this.#fileOf(id);
    let last = await camera();
    // What looks the same stays the same file.
    if (existsSync(file) && compare(PNG.sync.read(readFileSync(file)), last).isSame) return;
    for (let look = 1; look < LOOKS; look += 1) {
      await pause();
      const next = await camera();
      const isAtRest = compare(last, next).differing === 0;
      last = next;
      if (isAtRest) break;
    }
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(file, encodePalettePng(last));
  }

  /** Pictures whose story is gone. */
  leftOver(ids: readonly string[]): readonly string[] {
    if (!existsSync(this.#folder)) return [];
    const known = new Set(ids.map((id) => `${id}.png`));
    return readdirSync(this.#folder)
      .filter((name) => name.endsWith('.png') && !known.has(name))
      .map((name) => path.join(this.#folder, name));
  }

  #fileOf(id: string): string {
    return path.join(this.#folder, `${id}.png`);
  }

  #keep(name: string, picture: Picture): string {
    mkdirSync(this.#failures, { recursive: true });
    const file = path.join(this.#failures, name);
    writeFileSync(file, encodePalettePng(picture));
    return path.relative(process.cwd(), file);
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE));
}
