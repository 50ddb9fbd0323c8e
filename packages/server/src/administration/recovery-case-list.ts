import type { SessionCall } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { User, Users } from '../ports/users.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import type { AdministrationStore, CasePlace, RecoveryCase } from './administration.store.ts';
import { openCursor, sealCursor } from './list-cursor.ts';
import type { Permissions } from './permissions.ts';

/** So many cases make a page. */
const PAGE = 50;

/** So many pages of all cases are read for one of ours: where few of them may be seen, the next call goes on. */
const MOST_READ = 4;

/** Somebody, as a list names them; the host may have forgotten who it was. */
export interface Named {
  readonly id: string;
  readonly name: string | undefined;
}

export interface ListedCase extends Omit<RecoveryCase, 'startedBy' | 'decidedBy'> {
  readonly person: Named;
  readonly startedBy: Named;
  readonly decidedBy: Named | undefined;
}

export interface CasePage {
  /** May be few, or none, although there is a `next`. */
  readonly cases: readonly ListedCase[];
  readonly next: string | null;
}

/** The cases of support, of those people whom one may see: the open ones first, and of both the newest. */
export interface RecoveryCaseList {
  /** @throws Problem `forbidden` */
  assertMay(call: SessionCall): Promise<void>;
  /** @throws Problem `validation_failed` for a cursor that is none of this list's. */
  page(call: SessionCall, cursor: string | undefined): Promise<CasePage>;
}

/** One request asks for each person once, however many cases they are in. */
function whoIs(users: Users): (id: string) => Promise<User | undefined> {
  const asked = new Map<string, Promise<User | undefined>>();
  return (id) => {
    const known = asked.get(id) ?? users.find(id);
    asked.set(id, known);
    return known;
  };
}

const placeOf = ({ recovery: { id, startedAt, closedAt } }: RecoveryCase): CasePlace => ({
  open: closedAt === undefined,
  startedAt,
  id,
});

export function createRecoveryCaseList(ports: {
  store: AdministrationStore;
  users: Users;
  permissions: Permissions;
  ring: KeyRing;
}): RecoveryCaseList {
  const { store, users, permissions, ring } = ports;

  return {
    async assertMay({ session }) {
      if (!(await permissions.may(session.user, 'recovery-case.list', undefined)))
        throw new Problem('forbidden', { reason: 'recovery-case.list' });
    },

    async page({ session: { user } }, cursor) {
      const ours = { list: 'recovery-cases', workspace: user.workspace ?? '' } as const;
      const find = whoIs(users);
      const named = async (id: string): Promise<Named> => ({ id, name: (await find(id))?.name });

      async function visibleAmong(cases: readonly RecoveryCase[]): Promise<readonly RecoveryCase[]> {
        const visible = await Promise.all(
          cases.map(async ({ recovery }) =>
            permissions.may(user, 'recovery-case.list', await find(recovery.userId)),
          ),
        );
        return cases.filter((_, index) => visible[index]);
      }

      const listed = async (one: RecoveryCase): Promise<ListedCase> => ({
        ...one,
        person: await named(one.recovery.userId),
        startedBy: await named(one.startedBy),
        decidedBy: one.decidedBy === undefined ? undefined : await named(one.decidedBy),
      });

      const cases: RecoveryCase[] = [];
      let after =
        cursor === undefined ? undefined : (JSON.parse(openCursor(ring, ours, cursor)) as CasePlace);
      let more = true;
      for (let read = 0; more && read < MOST_READ && cases.length < PAGE; read += 1) {
        // One more than is looked at tells whether there are more.
        const found = await store.listRecoveryCases(PAGE + 1, after);
        const looked = found.slice(0, PAGE);
        const visible = await visibleAmong(looked);
        const shown = visible.slice(0, PAGE - cases.length);
        cases.push(...shown);
        const isCut = shown.length < visible.length;
        const last = (isCut ? shown : looked).at(-1);
        after = last ? placeOf(last) : after;
        more = isCut || found.length > PAGE;
      }
      return {
        cases: await Promise.all(cases.map(listed)),
        next: more && after ? sealCursor(ring, ours, JSON.stringify(after)) : null,
      };
    },
  };
}
