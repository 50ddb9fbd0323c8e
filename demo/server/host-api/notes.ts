/** One note of a workspace. */
export interface Note {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

const NOTES = new Map<string, readonly Note[]>(
  Object.entries({
    analytical: [
      {
        id: 'bernoulli',
        title: 'Bernoulli numbers',
        text: 'The table of operations is done. Check column 21 once more before it goes to print.',
      },
      {
        id: 'cards',
        title: 'Cards for the mill',
        text: 'The loom people can punch forty a day. Ask whether they also take returns.',
      },
      {
        id: 'tea',
        title: 'Thursday, five o’clock',
        text: 'Tea with Mr Babbage. Bring the corrected drawings and some patience.',
      },
    ],
    enigma: [
      {
        id: 'crib',
        title: 'Weather report at six',
        text: 'It begins with the same word every morning. Somebody over there likes order.',
      },
      {
        id: 'bombe',
        title: 'Drum 3 sticks',
        text: 'Oil, and tell the night shift. Not the other way round.',
      },
      { id: 'chess', title: 'Chess with Jack', text: 'Moved the bishop. He thinks that I have not seen it.' },
    ],
  }),
);

const FIRST_NOTES: readonly Note[] = [
  {
    id: 'welcome',
    title: 'Welcome to Acme Notes',
    text: 'This is your workspace. Notes you write here are yours alone.',
  },
  {
    id: 'security',
    title: 'One minute for your account',
    text: 'Set up a passkey under Security, and keep the recovery codes somewhere safe.',
  },
];

/** The notes of a workspace; a new one has those that greet its people. */
export function notesOf(workspace: string | undefined): readonly Note[] {
  return (workspace === undefined ? undefined : NOTES.get(workspace)) ?? FIRST_NOTES;
}
