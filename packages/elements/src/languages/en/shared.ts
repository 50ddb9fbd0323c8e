/** Words that every element may need. */
export const shared = {
  loading: 'Loading…',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  back: 'Back',
  continue: 'Continue',
};

export type SharedStrings = typeof shared;
