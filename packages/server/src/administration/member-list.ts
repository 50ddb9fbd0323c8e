import type { SessionCall } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import type { Requirements } from '../policy/requirements.ts';
import type { User, Users } from '../ports/users.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import { openCursor, sealCursor } from './list-cursor.ts';
import { hasStatus, memberOf, type Member, type MemberStatus } from './member-view.ts';
import type { MemberStore } from './members.store.ts';
import type { Permissions } from './permissions.ts';

/** So many members make a page. */
const PAGE = 50;

/** So many pages of the host's are read for one of ours: where few people are of the status that is asked for, the next call goes on. */
const MOST_READ = 4;

export interface MemberQuery {
  readonly status?: MemberStatus | undefined;
  readonly cursor?: string | undefined;
}

export interface MemberPage {
  /** May be few, or none, although there is a `next`. */
  readonly members: readonly Member[];
  readonly next: string | null;
}

/** The people of a workspace, as its host names them, with what the kit knows of them. */
export interface MemberList {
  /** @throws Problem `forbidden` */
  assertMay(call: SessionCall): Promise<void>;
  /** @throws Problem `validation_failed` for a cursor that is none of this list's. */
  page(call: SessionCall, query: MemberQuery): Promise<MemberPage>;
}

/** A host that can name the people of a workspace. */
export type ListingUsers = Users & Required<Pick<Users, 'members'>>;

export const canList = (users: Users): users is ListingUsers => users.members !== undefined;

export function createMemberList(ports: {
  store: MemberStore;
  users: ListingUsers;
  permissions: Permissions;
  requirements: Requirements;
  ring: KeyRing;
}): MemberList {
  const { store, users, permissions, requirements, ring } = ports;

  /** Whoever the host names: somebody of another workspace is nobody here. */
  async function membersAmong(
    people: readonly User[],
    workspace: string,
    call: SessionCall,
  ): Promise<readonly Member[]> {
    const own = people.filter((user) => (user.workspace ?? '') === workspace);
    const records = await store.findMembers(
      own.map(({ id }) => id),
      workspace,
    );
    const recordOf = new Map(records.map((record) => [record.facts.userId, record]));
    return own.map((user) => memberOf(user, recordOf.get(user.id), call, requirements));
  }

  async function peopleAfter(
    workspace: string,
    after: string | undefined,
  ): Promise<{ readonly people: readonly User[]; readonly more: boolean }> {
    // One more than is looked at tells whether there are more.
    const limit = PAGE + 1;
    const named = await users.members(workspace, { limit, ...(after !== undefined && { after }) });
    return { people: named.slice(0, PAGE), more: named.length > PAGE };
  }

  return {
    async assertMay({ session }) {
      if (!(await permissions.may(session.user, 'member.list', undefined)))
        throw new Problem('forbidden', { reason: 'member.list' });
    },

    async page(call, { status, cursor }) {
      const { workspace = '' } = call.session.user;
      const ours = { list: 'members', workspace } as const;
      const members: Member[] = [];
      let after = cursor === undefined ? undefined : openCursor(ring, ours, cursor);
      let more = true;
      for (let read = 0; more && read < MOST_READ && members.length < PAGE; read += 1) {
        const named = await peopleAfter(workspace, after);
        const all = await membersAmong(named.people, workspace, call);
        const matching = all.filter((one) => status === undefined || hasStatus(one, status));
        const shown = matching.slice(0, PAGE - members.length);
        members.push(...shown);
        const isCut = shown.length < matching.length;
        after = (isCut ? shown : named.people).at(-1)?.id ?? after;
        more = isCut || named.more;
      }
      return { members, next: more && after !== undefined ? sealCursor(ring, ours, after) : null };
    },
  };
}
