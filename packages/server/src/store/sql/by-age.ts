/** What of something tells its place in a list. */
export interface Dated {
  readonly id: string;
  readonly createdAt: number;
}

/**
 * The order in which factors are listed. What a database gives back of what it changes or deletes has no order of its own: it comes as
 * the plan of the moment has it.
 */
export const byAge = (one: Dated, other: Dated): number =>
  one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1);
