import type { WorkspaceEvent } from '../../client/views-administration.js';

/** What is said otherwise where the activity is not one's own but that of a whole workspace. */
export const workspaceActivity = {
  notYours: 'Only those who administer this workspace see its activity.',
  nobody: 'No known account',
  /** Who did it, where it was not the person themselves. @param name of them, or their id */
  by: {
    admin: (name: string) => `by ${name}, admin`,
    support: (name: string) => `by ${name}, support`,
    user: (name: string) => `by ${name}`,
    system: () => 'by the system',
    unknown: () => 'by somebody unknown',
  } satisfies Record<WorkspaceEvent['actor']['kind'], (name: string) => string> as Readonly<
    Record<string, (name: string) => string>
  >,
  reported: 'The person reported that this wasn’t them.',
  reports: 'What people reported',
  policy: 'Policy of the workspace',
  events: {
    'auth.policy.changed': 'Policy of the workspace changed',
    'auth.store.restored':
      'A backup was restored: everybody was signed out, and all recovery codes stopped working',
    'auth.activity.reported': 'The person reported something that wasn’t them',
    other: 'Something happened to the security of an account',
    'other:failure': 'Something was tried with an account and failed',
    'other:blocked': 'Something was tried with an account and blocked',
  },
};

export type WorkspaceActivityStrings = typeof workspaceActivity;
