// A process that takes part in races: it opens the store it is told of, and runs its share of the contenders when asked.
import { openStore } from '../../open-store.ts';
import { RACES } from './all-races.ts';
import type { Ask, Answer } from './contender-process.ts';

const [, , url] = process.argv;
if (url === undefined) throw new Error('no database was named');
const store = openStore(url);

const answer = (message: Answer): unknown => process.send?.(message);

process.on('message', (ask: Ask) => {
  if (ask.kind === 'end') {
    void store.close().then(() => process.disconnect());
    return;
  }
  const work =
    ask.kind === 'migrate'
      ? store.migrate(ask.now)
      : Promise.all(
          ask.indices.map((index) => {
            const race = RACES.find(({ title }) => title === ask.title);
            if (!race) throw new Error(`no such race: ${ask.title}`);
            return race.contend(store, ask.stake, index);
          }),
        );
  work.then(
    (verdicts) => answer({ verdicts }),
    (error: unknown) => answer({ error: String(error) }),
  );
});

answer({ verdicts: ['ready'] });
