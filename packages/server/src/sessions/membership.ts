import type { User } from '../ports/users.ts';

/** Where the host says that a person is, and as what. Stored with each sign-in: the audit is filed by it, and shares of people are counted by it. */
export interface Membership {
  /** Empty for people in none. */
  readonly workspace: string;
  readonly role?: string | undefined;
  readonly tier?: string | undefined;
}

export const membershipOf = ({ workspace = '', role, tier }: User): Membership => ({ workspace, role, tier });
