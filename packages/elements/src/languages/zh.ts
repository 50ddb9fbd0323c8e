import * as texts from './zh/index.js';
import type { Strings } from './registry.js';

/** Chinese in simplified characters, with the polite 您; it also stands in for traditional ones until a host brings those. */
export const zh: Strings = texts;
