import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { generateKeyRing } from '../secrets/key-ring.ts';
import { openDatabase } from '../store/open-store.ts';
import { all } from '../store/sql/unit-of-work.ts';
import { inFile, inMigratedPostgres, type TestDatabase } from '../store/testing/databases.ts';
import { lateMailServer, type LateMailServer, type TakenMail } from './testing/mail-server.ts';
import { startTelling, type TellingProcess, type TellingSettings } from './testing/telling-process.ts';

const MORNING = Date.UTC(2026, 0, 15);
const MINUTE = 60_000;
const HALF_HOURS = 48;
const HALF_HOUR = 30 * MINUTE;
const DAY = HALF_HOURS * HALF_HOUR;
/** Longer than a dead worker's claim. */
const CLAIM = 2 * MINUTE;

/** The whole day on the one that most installations have; enough of it on the other to find the same. */
const settingsOf = {
  SQLite: { make: inFile, events: 1_000 },
  PostgreSQL: { make: inMigratedPostgres, events: 250 },
};

for (const [name, { make, events }] of Object.entries(settingsOf)) {
  describe(
    `the mail server is down for a day with ${String(events)} events, on ${name}`,
    { concurrency: false },
    () => {
      const people = Array.from({ length: events }, (_, index) => `person-${String(index)}`);
      const [firstKill, secondKill] = [0.3 * events, 0.7 * events];
      let database: TestDatabase;
      let settings: TellingSettings;
      let mailServer: LateMailServer;
      let telling: TellingProcess;
      let now = MORNING;
      /** The one mail that was taken while its sender died. */
      let orphan: TakenMail;

      before(async () => {
        database = await make();
        mailServer = await lateMailServer();
        settings = {
          database: database.url,
          smtp: mailServer.url,
          keys: JSON.stringify(generateKeyRing()),
        };
        telling = await startTelling(settings);
      });
      after(async () => {
        await telling.end();
        await mailServer.stop();
        await database.remove();
      });

      /** Kills the process when the server has so many mails and the next one is there, and not answered yet. */
      async function killOver(mails: number, isTaken: boolean): Promise<TakenMail> {
        let victim: TakenMail | undefined;
        mailServer.consider = async (mail) => {
          if (victim || mailServer.taken.length < mails) return true;
          victim = mail;
          await telling.kill();
          return isTaken;
        };
        assert.equal(await telling.order({ kind: 'run', now }), false, 'killed in the middle of it');
        mailServer.consider = () => Promise.resolve(true);
        telling = await startTelling(settings);
        return victim ?? assert.fail('nobody was killed');
      }

      const countMails = async (condition: string): Promise<number> => {
        const reader = openDatabase(settings.database);
        const rows = await reader.read(() => all(`SELECT id FROM mfa_outbox WHERE ${condition}`));
        await reader.close();
        return rows.length;
      };
      const waiting = (): Promise<number> => countMails('sent_at IS NULL AND given_up_at IS NULL');
      const refusedConnections = (): Promise<number> => countMails("last_error LIKE '%ECONNREFUSED%'");

      it('keeps them all, and tries in vain all day', async () => {
        for (let halfHour = 0; halfHour < HALF_HOURS; halfHour += 1) {
          const [first, last] = [halfHour, halfHour + 1].map((part) =>
            Math.round((part * events) / HALF_HOURS),
          );
          await telling.order({ kind: 'happen', now, people: people.slice(first, last) });
          now += HALF_HOUR;
          await telling.order({ kind: 'run', now });
        }
        assert.equal(now, MORNING + DAY);
        assert.equal(await waiting(), events);
        assert.ok((await refusedConnections()) > 0, 'it did try');
      });

      it('loses none when the process is killed before the server has said yes', async () => {
        await mailServer.start();
        now += CLAIM;
        await killOver(firstKill, false);
        assert.equal(mailServer.taken.length, firstKill);
        assert.equal(await waiting(), events - firstKill);
      });

      it('loses none when the process is killed after the server has said yes and before it is noted', async () => {
        orphan = await killOver(secondKill - 1, true);
        assert.equal(mailServer.taken.length, secondKill);
        assert.equal(
          await waiting(),
          events - secondKill + 1,
          'what the dead process could not note, is not',
        );
      });

      it('delivers the rest, with the two that it died over as soon as their claims are over', async () => {
        await telling.order({ kind: 'run', now });
        assert.equal(await waiting(), 2);
        now += CLAIM;
        await telling.order({ kind: 'run', now });
        assert.equal(await waiting(), 0);
      });

      it('tells everybody once: each mail has one Message-ID, and comes once by it', () => {
        const mailbox = new Map(mailServer.taken.map(({ id, to }) => [id, to]));
        assert.equal(mailbox.size, events);
        assert.deepEqual(
          [...mailbox.values()].sort(),
          people.map((person) => `${person}@example.com`).sort(),
        );
      });

      it('sends nothing twice but the one whose taking nobody lived to note, and that under the same Message-ID', () => {
        const times = new Map<string, number>();
        for (const { id } of mailServer.taken) times.set(id, (times.get(id) ?? 0) + 1);
        const repeated = [...times].filter(([, count]) => count > 1);
        assert.deepEqual(repeated, [[orphan.id, 2]]);
        assert.equal(mailServer.taken.length, events + 1);
      });

      it('has nothing left to send a day later', async () => {
        const { length } = mailServer.taken;
        now += DAY;
        await telling.order({ kind: 'run', now });
        assert.equal(mailServer.taken.length, length);
      });
    },
  );
}
