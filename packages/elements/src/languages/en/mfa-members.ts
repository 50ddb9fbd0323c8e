export const mfaMembers = {
  heading: 'Members',
  description: 'Who has set up two-step sign-in, and who needs your help with it.',
};

export type MfaMembersStrings = typeof mfaMembers;
