import { administrationOf } from '../client/administration.js';
import type { CallOptions, MfaClient } from '../client/mfa-client.js';
import type { WorkspaceActivityPage } from '../client/views-administration.js';
import type { ActivityFilter, ActivityPage } from '../client/views.js';

/** Whose activity a feed is of. */
export type Scope = 'own' | 'workspace';

/** The events that match, read newest first. */
export function readActivity(
  client: MfaClient,
  scope: Scope,
  filter: ActivityFilter,
  cursor: string | undefined,
  options: CallOptions,
): Promise<ActivityPage | WorkspaceActivityPage> {
  return scope === 'workspace'
    ? administrationOf(client).workspaceActivity(filter, cursor, options)
    : client.activity(filter, cursor, options);
}

/** The files that all of them can be had as. */
export function filesOf(
  client: MfaClient,
  scope: Scope,
  filter: ActivityFilter,
): readonly { format: string; address: string }[] {
  if (scope === 'workspace') return [{ format: 'CSV', address: administrationOf(client).auditFile(filter) }];
  return (['csv', 'json'] as const).map((format) => ({
    format: format.toUpperCase(),
    address: client.activityFile(format, filter),
  }));
}
