import type { CallOptions, MfaClient } from './mfa-client.js';
import type {
  Adoption,
  AdoptionRange,
  Member,
  MembersFilter,
  MembersPage,
  NewRecoveryCase,
  Policy,
  RecoveryCase,
  RecoveryCaseProgress,
  RecoveryCasesPage,
  WorkspaceActivityPage,
} from './views-administration.js';
import type { ActivityFilter } from './views.js';

/**
 * What those who administer a workspace, and support, ask of the server. Few people ever do, so it is apart from `MfaClient`: a page
 * without such an element loads nothing of it. Calls that change something ask for a step-up by themselves, as all others do.
 */
export interface Administration {
  policy(options?: CallOptions): Promise<Policy>;
  changePolicy(policy: Policy, options?: CallOptions): Promise<Policy>;

  /** @param cursor `next` of an earlier answer. */
  members(filter?: MembersFilter, cursor?: string, options?: CallOptions): Promise<MembersPage>;
  /** Takes away all that a colleague proves with, and ends their sessions. @param reason for the record, 1 to 256 characters. */
  resetMember(id: Member['id'], reason: string, options?: CallOptions): Promise<void>;
  /** @param until ISO 8601. */
  exemptMember(id: Member['id'], reason: string, until: string, options?: CallOptions): Promise<void>;

  /** @param cursor `next` of an earlier answer, for what happened before. */
  workspaceActivity(
    filter?: ActivityFilter,
    cursor?: string,
    options?: CallOptions,
  ): Promise<WorkspaceActivityPage>;
  /** The address of a table with all of it that matches, for a link. Asks nothing. */
  auditFile(filter?: ActivityFilter): string;

  adoption(range?: AdoptionRange, options?: CallOptions): Promise<Adoption>;

  /** The open ones first, and of both the newest. @param cursor `next` of an earlier answer. */
  recoveryCases(cursor?: string, options?: CallOptions): Promise<RecoveryCasesPage>;
  startRecoveryCase(wanted: NewRecoveryCase, options?: CallOptions): Promise<RecoveryCaseProgress>;
  approveRecoveryCase(id: RecoveryCase['id'], options?: CallOptions): Promise<RecoveryCaseProgress>;
  /** @param reason for the record; may be left out. */
  rejectRecoveryCase(
    id: RecoveryCase['id'],
    reason?: string,
    options?: CallOptions,
  ): Promise<RecoveryCaseProgress>;
}

/** Who answers a client's calls of administration. */
export function administrationOf(client: MfaClient): Administration {
  return client.administration ?? new HttpAdministration(client);
}

/** Speaks to the router of `@mfa-kit/server`. */
class HttpAdministration implements Administration {
  readonly #client: MfaClient;

  constructor(client: MfaClient) {
    this.#client = client;
  }

  policy(options?: CallOptions): Promise<Policy> {
    return this.#client.call('GET', '/admin/policy', undefined, options);
  }

  changePolicy(policy: Policy, options?: CallOptions): Promise<Policy> {
    return this.#client.call('PUT', '/admin/policy', policy, options);
  }

  members(filter: MembersFilter = {}, cursor?: string, options?: CallOptions): Promise<MembersPage> {
    return this.#client.call('GET', `/admin/members${queryOf({ ...filter, cursor })}`, undefined, options);
  }

  resetMember(id: string, reason: string, options?: CallOptions): Promise<void> {
    return this.#client.call('POST', `${memberPath(id)}/reset`, { reason }, options);
  }

  exemptMember(id: string, reason: string, until: string, options?: CallOptions): Promise<void> {
    return this.#client.call('POST', `${memberPath(id)}/exempt`, { reason, until }, options);
  }

  workspaceActivity(
    filter: ActivityFilter = {},
    cursor?: string,
    options?: CallOptions,
  ): Promise<WorkspaceActivityPage> {
    return this.#client.call('GET', `/admin/activity${queryOf({ ...filter, cursor })}`, undefined, options);
  }

  auditFile(filter?: ActivityFilter): string {
    // Where the router is mounted the client tells by the address of the person's own file.
    const [own = '', query] = this.#client.activityFile('csv', filter).split('?');
    return `${own.replace(/activity\.csv$/, 'admin/audit.csv')}${query ? `?${query}` : ''}`;
  }

  adoption(range: AdoptionRange = {}, options?: CallOptions): Promise<Adoption> {
    return this.#client.call('GET', `/admin/adoption${queryOf({ ...range })}`, undefined, options);
  }

  async recoveryCases(cursor?: string, options?: CallOptions): Promise<RecoveryCasesPage> {
    const page = await this.#client.call<RecoveryCasesPage>(
      'GET',
      `/admin/recoveries${queryOf({ cursor })}`,
      undefined,
      options,
    );
    // Of the cases that the server looked at, there may be none that this person may see.
    return page.recoveries.length || page.next === null ? page : this.recoveryCases(page.next, options);
  }

  startRecoveryCase(wanted: NewRecoveryCase, options?: CallOptions): Promise<RecoveryCaseProgress> {
    return this.#client.call('POST', '/admin/recoveries', wanted, options);
  }

  approveRecoveryCase(id: string, options?: CallOptions): Promise<RecoveryCaseProgress> {
    return this.#client.call('POST', `${casePath(id)}/approve`, {}, options);
  }

  rejectRecoveryCase(id: string, reason?: string, options?: CallOptions): Promise<RecoveryCaseProgress> {
    return this.#client.call('POST', `${casePath(id)}/reject`, reason ? { reason } : {}, options);
  }
}

function memberPath(id: string): string {
  return `/admin/members/${encodeURIComponent(id)}`;
}

function casePath(id: string): string {
  return `/admin/recoveries/${encodeURIComponent(id)}`;
}

/** What stands after the path; nothing where nothing is asked. */
function queryOf(asked: Record<string, string | undefined>): string {
  const said = Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return said.length ? `?${String(new URLSearchParams(said))}` : '';
}
