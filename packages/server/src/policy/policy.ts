/** What a workspace asks of its people; they are in one as the host says, and those in none are in the workspace ''. */
export interface Policy {
  /** Whether everybody in the workspace has to have multi-factor authentication. */
  readonly required: boolean;
  /** How long somebody who has to has time for it, in days, from when that is first seen. */
  readonly graceDays: number;
  /** Roles that have to have it, in the host's words, whatever `required` says. */
  readonly roles: readonly string[];
  /** Whether people may have the challenge skipped in a browser of theirs. */
  readonly rememberDevice: boolean;
  /** Roles that have to have a passkey, and prove with nothing else; `roles` need not name them too. */
  readonly phishingResistantRoles: readonly string[];
}

/** What holds where a workspace changed nothing, and what no workspace can change. */
export interface PolicySettings extends Policy {
  /** Tiers whose people have to have multi-factor authentication, in the host's words. */
  readonly tiers: readonly string[];
}
