/** Words that every element may need. */
export const shared = {
  loading: 'Loading…',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  /** @param name of a browser and its system, as the server tells it: "Firefox on Windows", or one of the two alone. */
  device: (name: string): string => name,
};

export type SharedStrings = typeof shared;
