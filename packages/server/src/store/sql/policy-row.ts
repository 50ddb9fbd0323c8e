import type { Policy } from '../../policy/policy.ts';

export const POLICY_COLUMNS = [
  'required',
  'grace_days',
  'roles',
  'remember_device',
  'phishing_resistant_roles',
];

/** A row of `mfa_policies`, or the absence of one where it was joined. */
export interface PolicyRow {
  required: number | null;
  grace_days: number | null;
  roles: string | null;
  remember_device: number | null;
  phishing_resistant_roles: string | null;
}

export const policyIn = (row: PolicyRow): Policy | undefined =>
  row.required === null
    ? undefined
    : {
        required: row.required === 1,
        graceDays: row.grace_days ?? 0,
        roles: JSON.parse(row.roles ?? '[]') as string[],
        rememberDevice: row.remember_device === 1,
        phishingResistantRoles: JSON.parse(row.phishing_resistant_roles ?? '[]') as string[],
      };
