import * as texts from './ja/index.js';
import type { Strings } from './registry.js';

/** Japanese, in the polite です・ます style. */
export const ja: Strings = texts;
