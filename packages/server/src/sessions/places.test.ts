import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import { pino } from 'pino';
import { createPlaces } from './places.ts';

const silent = pino({ level: 'silent' });
const vienna = '192.0.2.1';
const nowhere = '192.0.2.2';

/** All that can go on has gone on. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('The places of addresses', () => {
  afterEach(() => {
    mock.timers.reset();
  });

  it('are what the host says, asked once for each address', async () => {
    const asked: string[] = [];
    const places = createPlaces(
      {
        find(ip) {
          asked.push(ip);
          return ip === vienna ? Promise.resolve('Vienna, Austria') : undefined;
        },
      },
      silent,
    );
    assert.deepEqual([...(await places.of([vienna, nowhere, vienna]))], [[vienna, 'Vienna, Austria']]);
    assert.deepEqual(asked, [vienna, nowhere]);
  });

  it('are none without a port', async () => {
    assert.equal((await createPlaces(undefined, silent).of([vienna])).size, 0);
  });

  it('are cleaned and cut like all text that is not ours (K6)', async () => {
    const places = createPlaces({ find: () => ` \u202eVienna\n${'x'.repeat(300)}` }, silent);
    const place = (await places.of([vienna])).get(vienna);
    assert.match(place ?? '', /^Viennax+$/);
    assert.ok((place?.length ?? 0) <= 256);
  });

  it('are not asked for where there is no address', async () => {
    const asked: string[] = [];
    const places = createPlaces({ find: (ip) => void asked.push(ip) }, silent);
    await places.of(['unknown', '', '2001:db8::1', vienna]);
    assert.deepEqual(asked, ['2001:db8::1', vienna]);
  });

  it('are asked for once at a time for each address, and for a hundred at once at most, whatever the port does with them', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const asked: string[] = [];
    const places = createPlaces(
      {
        find(ip) {
          asked.push(ip);
          return new Promise(() => undefined);
        },
      },
      silent,
    );
    const lists = (ips: readonly string[]): Promise<unknown> => {
      const answers = [places.of(ips), places.of(ips)];
      mock.timers.tick(500);
      return Promise.all(answers);
    };
    await lists([vienna]);
    await lists([vienna]);
    assert.deepEqual(asked, [vienna]);
    await lists(Array.from({ length: 200 }, (_, index) => `198.51.100.${index}`));
    assert.equal(asked.length, 100);
    mock.timers.tick(30_000);
    await lists([vienna]);
    assert.equal(asked.length, 101, 'what was not answered is asked for anew after half a minute');
  });

  it('are asked for anew once they were answered', async () => {
    const answers = ['Vienna', 'Graz'];
    const places = createPlaces({ find: () => answers.shift() }, silent);
    assert.deepEqual([...(await places.of([vienna]))], [[vienna, 'Vienna']]);
    assert.deepEqual([...(await places.of([vienna]))], [[vienna, 'Graz']]);
  });

  for (const [what, find] of [
    ['rejects', () => Promise.reject(new Error('no such list'))],
    [
      'throws',
      () => {
        throw new Error('no such list');
      },
    ],
    ['answers something else than text', () => 7 as unknown as string],
    ['answers nothing but spaces', () => '  '],
  ] as const) {
    it(`are unknown when the port ${what}`, async () => {
      assert.equal((await createPlaces({ find }, silent).of([vienna])).size, 0);
    });
  }

  it('are those that were found within half a second: a port that never answers holds up no list', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const late = Promise.withResolvers<string>();
    const places = createPlaces({ find: (ip) => (ip === vienna ? 'Vienna' : late.promise) }, silent);
    const found: ReadonlyMap<string, string>[] = [];
    const answer = places.of([vienna, nowhere]).then((map) => found.push(map));
    mock.timers.tick(499);
    await settled();
    assert.deepEqual(found, []);
    mock.timers.tick(1);
    await answer;
    const told = [new Map([[vienna, 'Vienna']])];
    assert.deepEqual(found, told);
    late.resolve('too late');
    await settled();
    assert.deepEqual(found, told);
  });
});
