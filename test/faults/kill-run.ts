import { DATABASES } from '../../demo/server/database/temporary-database.fixture.ts';
import { lateMailServer } from '../../packages/server/src/notifications/testing/mail-server.ts';
import { Crowd } from './people/crowd.ts';
import type { Tally } from './people/tally.ts';
import { startFleet, type Fleet } from './running/fleet.ts';
import { assertSound } from './running/verdict.ts';

export interface KillRun {
  /** Two servers on PostgreSQL, or the one that an SQLite database has. */
  readonly database: 'PostgreSQL' | 'SQLite';
  /** Complete sign-ins, by people who set up their factors before. */
  readonly signIns: number;
  /** They go on until so many servers were killed, too. */
  readonly leastKills?: number;
  readonly people: number;
  /** So many people are at it at once. */
  readonly lanes: number;
  /** Sees to it that `kill` is called, from when it is called until what it answers is. */
  readonly killing: (fleet: Fleet, kill: () => void) => () => void;
  readonly say?: (line: string) => void;
}

export interface KillRunOutcome {
  readonly tally: Tally;
  readonly kills: number;
  readonly mails: number;
}

const MAIL_ROUNDS = 20;

/**
 * People sign in, with mail going out, while one server after the other is killed in the middle of it and started again. In the end, and at every look in between, nothing may be wrong.
 *
 * @throws AssertionError with everything that was.
 */
export async function runKills(run: KillRun): Promise<KillRunOutcome> {
  const { signIns, leastKills = 0, people, lanes, killing, say } = run;
  const database = await DATABASES[run.database]!();
  const mail = await lateMailServer();
  await mail.start();
  const servers = run.database === 'SQLite' ? 1 : 2;
  const fleet = await startFleet({
    databases: Array.from({ length: servers }, () => database.url),
    mail: mail.url,
    runsJobs: true,
  });
  const { tally } = fleet.world;
  const crowd = new Crowd(fleet, { people, lanes });
  try {
    await crowd.arrive();
    let ledger = await assertSound(database.url, fleet.world);
    say?.(`${people} people have set up their factors`);

    let victim = 0;
    const stop = killing(fleet, () => {
      // With both of them gone, what is shown is that nobody serves.
      if (!fleet.isWhole()) return;
      victim = (victim + 1) % servers;
      void fleet.kill(victim);
    });
    const looks = 4;
    for (let look = 1; look <= looks; look += 1) {
      await crowd.signIns((signIns * look) / looks);
      ledger = await assertSound(database.url, fleet.world, ledger);
      say?.(`${tally.complete} sign-ins, ${fleet.kills()} kills: the invariant checker finds nothing`);
    }
    while (fleet.kills() < leastKills) await crowd.round();
    stop();

    // The first after the last kill, and the mails that a dead server had in hand.
    await fleet.advance(0);
    await crowd.round();
    ledger = await assertSound(database.url, fleet.world, ledger);
    for (let round = 0; ledger.notices.some((one) => one.sent_at === null); round += 1) {
      if (round === MAIL_ROUNDS) throw new Error('a mail was not sent');
      await fleet.advance(120_000);
      await fleet.order({ kind: 'run-jobs' });
      ledger = await assertSound(database.url, fleet.world, ledger);
    }
    return { tally, kills: fleet.kills(), mails: new Set(mail.taken.map(({ id }) => id)).size };
  } finally {
    await fleet.close();
    await mail.stop();
    await database.remove();
  }
}
