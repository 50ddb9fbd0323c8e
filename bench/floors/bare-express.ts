import { wireRequest } from '../load/request.ts';
import { assertionOf, type Person } from '../people/person.ts';
import { startChild } from '../running/child.ts';
import { servedContender, type Contender, type Prepare } from '../running/contender.ts';

const posting =
  (bodyOf: (person: Person) => unknown): Prepare =>
  (who) =>
    Promise.resolve(
      who.map((person) =>
        wireRequest(person.number, { method: 'POST', path: '/anything', body: bodyOf(person) }),
      ),
    );

const reading: Prepare = (who) =>
  Promise.resolve(who.map(({ number }) => wireRequest(number, { method: 'GET', path: '/anything' })));

/** What any Express application spends before it has done anything. */
export async function startBareExpress(): Promise<Contender> {
  const served = servedContender({
    name: 'express',
    child: await startChild('floors/express-server.ts', {}),
    prepare: {
      totp: posting(() => ({ code: '123456' })),
      passkey: posting((person) => ({ response: assertionOf(person, 'challenge') })),
      session: reading,
      factors: reading,
    },
  });
  return { ...served, floor: true };
}
