/** Changing an entry of a list. */
export const changes = {
  name: 'Name',
  save: 'Save',
  nameMissing: 'Enter a name.',
  /** @param name of an entry, here and below */
  renamed: (name: string) => `Renamed to ${name}.`,
  removed: (name: string) => `${name} was removed.`,
  working: 'One moment…',
};

export type ChangesStrings = typeof changes;
