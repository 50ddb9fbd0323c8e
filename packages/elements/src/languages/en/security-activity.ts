export const securityActivity = {
  heading: 'Security activity',
  description: 'What happened to your account. If something wasn’t you, say so: you are told what to do.',
};

export type SecurityActivityStrings = typeof securityActivity;
