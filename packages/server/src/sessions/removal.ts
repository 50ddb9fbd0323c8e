import { Problem } from '../api/problem.ts';
import type { RemovalRefused } from './sessions.store.ts';

/**
 * What the person is told whose factors were not removed.
 *
 * @throws Problem `not_found`, `last_factor`, `conflict`, `session_required`
 */
export function assertRemoved(outcome: 'removed' | 'missing' | RemovalRefused): void {
  if (outcome === 'missing') throw new Problem('not_found');
  if (outcome === 'last-factor') throw new Problem('last_factor', { reason: 'policy asks for it' });
  if (outcome === 'conflict') throw new Problem('conflict', { reason: 'the account changed meanwhile' });
  if (outcome === 'gone')
    throw new Problem('session_required', { reason: 'the session was ended meanwhile' });
}
