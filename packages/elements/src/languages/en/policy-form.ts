const days = (count: number): string => (count === 1 ? '1 day' : `${String(count)} days`);

const grace = (count: number): string =>
  count
    ? `People without it get ${days(count)}, counted from when it is first asked of them. After that, what needs it is blocked for them until they set it up.`
    : 'For people without it, what needs it is blocked at once, until they set it up.';

export const policyForm = {
  required: 'Everybody in this workspace has to have it',
  requiredHint: 'Off: only the roles below, and whoever your plan asks for it.',
  roles: 'Roles that have to have it in any case',
  rolesHint: 'In the words of your application, separated by commas. Example: admin, owner',
  phishingResistantRoles: 'Roles for which only a passkey counts',
  phishingResistantRolesHint:
    'Unlike a code, a passkey can’t be given away on a false page. Separated by commas as well.',
  graceDays: 'Days that people have to set it up',
  graceDaysHint: 'From 0 to 365, counted from when it is first asked of somebody.',
  rememberDevice: 'People may have a device of theirs remembered',
  rememberDeviceHint: 'There, the second step is not asked for at each sign-in.',
  wrong: {
    graceDays: 'Enter a whole number from 0 to 365.',
    roles: 'A role has at most 64 characters, and there are at most 100. Check the commas.',
    phishingResistantRoles: 'A role has at most 64 characters, and there are at most 100. Check the commas.',
  } as Readonly<Record<string, string>>,
  consequences: 'What changes when you save',
  nothing: 'You have changed nothing.',
  unclear: 'Correct what is marked above, and you can read it here.',
  /** @param count of days, here and below */
  requiredOn: (count: number) => `Everybody in the workspace has to have two-step sign-in. ${grace(count)}`,
  requiredOff:
    'Nobody has to have two-step sign-in for the sake of the workspace any more. Deadlines that have begun are kept for the day you ask for it again.',
  /** @param list such as "admin and owner", here and below */
  rolesAdded: (list: string, count: number) =>
    `These roles have to have two-step sign-in from now on: ${list}. ${grace(count)}`,
  rolesRemoved: (list: string) => `These roles no longer have to: ${list}.`,
  passkeyAdded: (list: string, count: number) =>
    `These roles need a passkey, and confirm with nothing else: ${list}. ${
      count
        ? `People without one get ${days(count)}; until then, they go on as before.`
        : 'People without one have to make one at once.'
    }`,
  passkeyRemoved: (list: string) => `For these roles, an authenticator app counts again: ${list}.`,
  graceChanged: (count: number) =>
    `Whoever is asked for the first time from now on gets ${count ? days(count) : 'no time'}. Deadlines that have begun stay as they are.`,
  rememberOn: 'People may have a device of theirs remembered.',
  rememberOff: 'Everybody is asked for the second step at each sign-in.',
  save: 'Save',
  saving: 'Saving…',
  discard: 'Discard changes',
  saved: 'Saved. This applies from now on.',
  notYours: 'Only those who administer the workspace may see and change this.',
};

export type PolicyFormStrings = typeof policyForm;
