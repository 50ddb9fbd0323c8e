/**
 * Environment for servers that hash at a small part of the cost. Ten hashes for each enrolment are most of what it takes to make hundreds of
 * people; it is the same algorithm and the same code around it.
 */
export const CHEAP_ARGON2 = {
  NODE_OPTIONS: `--import ${new URL('cheap-argon2.preload.mjs', import.meta.url).href}`,
} as const;
