export const securityActivity = {
  heading: 'Security activity',
  description: 'What happened to your account. If something wasn’t you, say so: you are told what to do.',
  workspaceHeading: 'Workspace activity',
  workspaceDescription: 'What happened to the accounts of your workspace, and who did it.',
};

export type SecurityActivityStrings = typeof securityActivity;
