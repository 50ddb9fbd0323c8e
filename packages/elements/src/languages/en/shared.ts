/** Words that every element may need. */
export const shared = {
  loading: 'Loading…',
  tryAgain: 'Try again',
  cancel: 'Cancel',
};

export type SharedStrings = typeof shared;
