import * as texts from './de/index.js';
import type { Strings } from './registry.js';

/** German, with the polite "Sie". */
export const de: Strings = texts;
