/** Words that every element may need. */
export const shared = {
  loading: 'Loading…',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  /** @param wait such as "2 minutes" */
  waiting: (wait: string) => `Too many tries. You can try again in ${wait}.`,
};

export type SharedStrings = typeof shared;
