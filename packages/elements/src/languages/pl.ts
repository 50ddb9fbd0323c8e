import * as texts from './pl/index.js';
import type { Strings } from './registry.js';

/** Polish, addressing people directly, as banks and platforms do, and without saying which gender they are. */
export const pl: Strings = texts;
