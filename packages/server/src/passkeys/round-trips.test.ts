import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { newId } from '../secrets/ids.ts';
import { inFile, inMigratedPostgres, type MakeDatabase } from '../store/testing/databases.ts';
import { START } from '../store/testing/person.ts';
import { ADDRESS_LIMIT } from '../throttling/limits.ts';
import { answerTo, openPasskeyServices, type PasskeyServices } from './testing/services.ts';

const MOST = 3;

function roundTripsOver(name: string, make: MakeDatabase): void {
  describe(`The verification of a passkey over ${name}, once the body is parsed`, () => {
    let services: PasskeyServices;
    before(async () => {
      services = await openPasskeyServices(make);
    });
    after(() => services.close());

    /** How often the database was asked while something was done. */
    async function counted(work: () => Promise<unknown>): Promise<readonly (readonly string[])[]> {
      const earlier = services.roundTrips.length;
      await work();
      return services.roundTrips.slice(earlier);
    }

    function assertFew(trips: readonly (readonly string[])[]): void {
      assert.ok(trips.length > 0, 'something was asked');
      assert.ok(trips.length <= MOST, `${trips.length} round trips:\n${trips.map(String).join('\n---\n')}`);
    }

    it('takes three round trips at most when it signs in alone, commit and session view included', async () => {
      const { challenge, device, fromNowhere } = services;
      const response = answerTo(device, await challenge.signInOptions(fromNowhere()));
      assertFew(await counted(() => challenge.signIn(fromNowhere(), response)));
    });

    it('takes no more where it is an attempt of an address: its room is reserved and withdrawn on the way', async () => {
      const { challenge, device, fromNowhere } = services;
      const response = answerTo(device, await challenge.signInOptions(fromNowhere()));
      const attempt = { id: newId(), at: START };
      const call = { ...fromNowhere(), reservation: { limit: ADDRESS_LIMIT, subject: '192.0.2.7', attempt } };
      const trips = await counted(() => challenge.signIn(call, response));
      assertFew(trips);
      assert.match(trips[0]?.join('\n') ?? '', /INSERT INTO mfa_attempts/);
      assert.match(trips.at(-1)?.join('\n') ?? '', /DELETE FROM mfa_attempts/);
    });

    it('takes three at most as the second half of a sign-in', async () => {
      const { challenge, device } = services;
      const call = await services.inChallenge();
      const response = answerTo(device, await challenge.options(call));
      assertFew(await counted(() => challenge.prove(call, response)));
    });

    it('takes three at most as step-up', async () => {
      const { challenge, device } = services;
      const call = await services.inSession();
      const response = answerTo(device, await challenge.options(call));
      assertFew(await counted(() => challenge.prove(call, response)));
    });
  });
}

roundTripsOver('PostgreSQL', inMigratedPostgres);
roundTripsOver('SQLite', inFile);
