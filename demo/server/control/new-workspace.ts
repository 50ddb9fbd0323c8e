import { randomBytes } from 'node:crypto';

/** A workspace of one's own, so that no policy that a test sets for another one applies. */
export function newWorkspaceName(): string {
  return `workspace-${randomBytes(6).toString('hex')}`;
}
