import type { KeyRing } from '../secrets/key-ring.ts';
import { open, seal, type Place } from '../secrets/sealing.ts';
import { Problem } from '../api/problem.ts';

/** Whose list it is: the cursor of one workspace opens in no other. */
const placeOf = (workspace: string): Place => ({
  table: 'members',
  column: 'cursor',
  row: workspace,
  user: '',
});

/** A place in the list of a workspace's members, for a browser to bring back: after whom to read on, sealed, as it goes to the host. */
export const sealCursor = (ring: KeyRing, workspace: string, after: string): string => {
  const { keyId, box } = seal(ring, 'member-cursor', placeOf(workspace), Buffer.from(after));
  return `${box}.${keyId}`;
};

/** @throws Problem `validation_failed` for what was not made here, for this workspace, with a key that is still in the ring. */
export function openCursor(ring: KeyRing, workspace: string, cursor: string): string {
  const [box = '', keyId = ''] = cursor.split('.');
  try {
    return open(ring, 'member-cursor', placeOf(workspace), { keyId, box }).toString();
  } catch (cause) {
    throw new Problem('validation_failed', { fields: [{ path: 'cursor', code: 'custom' }], cause });
  }
}
