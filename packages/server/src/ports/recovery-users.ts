import type { Users } from './users.ts';

/** People who can be found by what they type, and prove themselves by a password: without both there is no recovery by mail. */
export type RecoveryUsers = Users & Required<Pick<Users, 'findByLogin' | 'verifyPassword'>>;

export const canRecover = (users: Users): users is RecoveryUsers =>
  users.findByLogin !== undefined && users.verifyPassword !== undefined;
