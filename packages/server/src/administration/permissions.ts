import { Problem } from '../api/problem.ts';
import type { AdministrativeAction, Authorize } from '../ports/authorize.ts';
import type { User, Users } from '../ports/users.ts';

/** Who may do what to whom: the host's roles, and what no role may do. */
export interface Permissions {
  may(actor: User, action: AdministrativeAction, subject: User | undefined): Promise<boolean>;
  /**
   * @returns whom the host let something be done to: it is done to them, and to nobody who is looked up a second time.
   * @throws Problem `forbidden` for oneself (rule R4), and for who may not.
   * @throws Problem `not_found` for an id that names nobody, to those who may know.
   */
  assertMay(actor: User, action: AdministrativeAction, subjectId: string): Promise<User>;
  /** The same for somebody who was looked up already, and not found where `subject` is undefined. */
  assertMayFor(actor: User, action: AdministrativeAction, subject: User | undefined): Promise<User>;
}

export function createPermissions({ users, authorize }: { users: Users; authorize: Authorize }): Permissions {
  const assertMayFor: Permissions['assertMayFor'] = async (actor, action, subject) => {
    if (actor.id === subject?.id) throw new Problem('forbidden', { reason: 'about oneself' });
    if (!(await authorize(actor, action, subject))) throw new Problem('forbidden', { reason: action });
    if (!subject) throw new Problem('not_found', { reason: 'the host knows nobody like that' });
    return subject;
  };
  return {
    may: authorize,
    assertMayFor,
    async assertMay(actor, action, subjectId) {
      const found = await users.find(subjectId);
      // A database that compares without case or blanks finds somebody by what is not their id.
      return assertMayFor(actor, action, found?.id === subjectId ? found : undefined);
    },
  };
}
