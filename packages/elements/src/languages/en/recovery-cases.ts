export const recoveryCases = {
  heading: 'Recovery cases',
  description:
    'For people who have lost every way in. One of you checks who they are and starts a case; somebody else decides.',
};

export type RecoveryCasesStrings = typeof recoveryCases;
