/** Words that every element may need. */
export const shared = {
  loading: 'Loading…',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  /** @param name of a browser and its system, as the server tells it: "Firefox on Windows", or one of the two alone. */
  device: (name: string): string => name,
  /** @param name of a factor. Where nobody gave it one, the server's own: "Authenticator app", or "Passkey". */
  factor: (name: string): string => name,
};

export type SharedStrings = typeof shared;
