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
}

export function createPermissions({ users, authorize }: { users: Users; authorize: Authorize }): Permissions {
  return {
    may: authorize,

    async assertMay(actor, action, subjectId) {
      if (actor.id === subjectId) throw new Problem('forbidden', { reason: 'about oneself' });
      const subject = await users.find(subjectId);
      if (!(await authorize(actor, action, subject))) throw new Problem('forbidden', { reason: action });
      if (!subject) throw new Problem('not_found', { reason: 'nobody has this id' });
    },
  };
}
