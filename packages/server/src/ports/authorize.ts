import type { User } from './users.ts';

/** What somebody may be allowed to do to others. */
export type AdministrativeAction =
  | 'audit.read'
  | 'adoption.read'
  | 'policy.read'
  | 'policy.change'
  | 'recovery-case.list'
  | 'recovery-case.start'
  | 'recovery-case.decide'
  | 'member.list'
  | 'member.exempt'
  | 'member.reset';

/**
 * Whether a person may do something: roles and workspaces are the host's, so the host answers. What no role may do (decide about oneself,
 * approve one's own case) the kit refuses by itself.
 *
 * @param actor Who is signed in.
 * @param subject To whom it would be done; `undefined` for a question about nobody in particular, and for an id that names nobody.
 */
export type Authorize = (
  actor: User,
  action: AdministrativeAction,
  subject: User | undefined,
) => Promise<boolean>;
