import * as texts from './he/index.js';
import type { Strings } from './registry.js';

/** Hebrew, in the plural and in nouns, which suit everybody. */
export const he: Strings = texts;
