import { Problem } from '../api/problem.ts';
import type { AdministrativeAction, Authorize } from '../ports/authorize.ts';
import type { User, Users } from '../ports/users.ts';

/** Who may do what to whom: the host's roles, and what no role may do. */
export interface Permissions {
  may(actor: User, action: AdministrativeAction, subject: User | undefined): Promise<boolean>;
  /**
   * @throws Problem `forbidden` for oneself (rule R4), and for who may not.
   * @throws Problem `not_found` for an id that names nobody, to those who may know.
   */
  assertMay(actor: User, action: AdministrativeAction, subjectId: string): Promise<void>;
  /** The same for somebody who was looked up already, and not found where `subject` is undefined. */
  assertMayFor(actor: User, action: AdministrativeAction, subject: User | undefined): Promise<void>;
}

export function createPermissions({ users, authorize }: { users: Users; authorize: Authorize }): Permissions {
  const assertMayFor: Permissions['assertMayFor'] = async (actor, action, subject) => {
    if (actor.id === subject?.id) throw new Problem('forbidden', { reason: 'about oneself' });
    if (!(await authorize(actor, action, subject))) throw new Problem('forbidden', { reason: action });
    if (!subject) throw new Problem('not_found', { reason: 'the host knows nobody like that' });
  };
  return {
    may: authorize,
    assertMayFor,
    assertMay: async (actor, action, subjectId) => assertMayFor(actor, action, await users.find(subjectId)),
  };
}
