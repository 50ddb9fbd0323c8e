import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { inFile, inMigratedPostgres, type MakeDatabase } from '../store/testing/databases.ts';
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
