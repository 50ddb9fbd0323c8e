import * as texts from './ar/index.js';
import type { Strings } from './registry.js';

/** Modern standard Arabic, with digits from 0 to 9, as in codes and addresses. */
export const ar: Strings = texts;
