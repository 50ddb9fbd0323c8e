import type { Attack } from './attack.ts';
import { guessing } from './groups/guessing.ts';

/** All attacks, in the order of the report. */
export const attacks: readonly Attack[] = [...guessing];
