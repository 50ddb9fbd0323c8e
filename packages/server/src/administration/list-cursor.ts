import { z } from 'zod';
import type { KeyRing, Purpose } from '../secrets/key-ring.ts';
import { open, seal, type Place } from '../secrets/sealing.ts';
import { Problem } from '../api/problem.ts';

/** Lists of those who administer, each with keys of its own. */
const PURPOSE = {
  members: 'member-cursor',
  'recovery-cases': 'case-cursor',
} as const satisfies Record<string, Purpose>;

/** Whose list of what it is: the cursor of one workspace opens in no other. */
export interface ListOf {
  readonly list: keyof typeof PURPOSE;
  readonly workspace: string;
}

const placeOf = ({ list, workspace }: ListOf): Place => ({
  table: list,
  column: 'cursor',
  row: workspace,
  user: '',
});

/** What one looks like, in an address. */
export const listCursor = z
  .string()
  .max(2048)
  .regex(/^[\w-]+\.[\w-]+$/);

/** A place in such a list, for a browser to bring back: after what to read on, sealed, since it names what not everybody may see. */
export const sealCursor = (ring: KeyRing, of: ListOf, after: string): string => {
  const { keyId, box } = seal(ring, PURPOSE[of.list], placeOf(of), Buffer.from(after));
  return `${box}.${keyId}`;
};

/** @throws Problem `validation_failed` for what was not made here, for this list, with a key that is still in the ring. */
export function openCursor(ring: KeyRing, of: ListOf, cursor: string): string {
  const [box = '', keyId = ''] = cursor.split('.');
  try {
    return open(ring, PURPOSE[of.list], placeOf(of), { keyId, box }).toString();
  } catch (cause) {
    throw new Problem('validation_failed', { fields: [{ path: 'cursor', code: 'custom' }], cause });
  }
}
