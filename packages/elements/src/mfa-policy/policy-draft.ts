import type { Policy } from '../client/views-administration.js';

/** What stands in the fields of the form, as it was typed. */
export interface PolicyDraft {
  required: boolean;
  graceDays: string;
  /** Separated by commas, here and below. */
  roles: string;
  rememberDevice: boolean;
  phishingResistantRoles: string;
}

export type PolicyField = keyof PolicyDraft;

/** In the order in which they stand in the form. */
export const POLICY_FIELDS: readonly PolicyField[] = [
  'required',
  'roles',
  'phishingResistantRoles',
  'graceDays',
  'rememberDevice',
];

const MOST_DAYS = 365;
const LONGEST_ROLE = 64;
const MOST_ROLES = 100;

const listed = (roles: readonly string[]): string => roles.join(', ');

/** Each once, whatever stands around them. */
function rolesIn(text: string): readonly string[] {
  return [...new Set(text.split(',').map((role) => role.trim()))].filter(Boolean);
}

export function draftOf(policy: Policy): PolicyDraft {
  const { required, graceDays, roles, rememberDevice, phishingResistantRoles } = policy;
  return {
    required,
    graceDays: String(graceDays),
    roles: listed(roles),
    rememberDevice,
    phishingResistantRoles: listed(phishingResistantRoles),
  };
}

/** What a draft says; what is not a number of days is none. */
export function policyIn(draft: PolicyDraft): Policy {
  const { required, graceDays, roles, rememberDevice, phishingResistantRoles } = draft;
  return {
    required,
    graceDays: /^\s*\d+\s*$/.test(graceDays) ? Number(graceDays) : Number.NaN,
    roles: rolesIn(roles),
    rememberDevice,
    phishingResistantRoles: rolesIn(phishingResistantRoles),
  };
}

/** The fields that can't be sent as they are. */
export function wrongIn({ graceDays, roles, phishingResistantRoles }: Policy): readonly PolicyField[] {
  const areWrong = (all: readonly string[]): boolean =>
    all.length > MOST_ROLES || all.some((role) => role.length > LONGEST_ROLE);
  return [
    ...(areWrong(roles) ? (['roles'] as const) : []),
    ...(areWrong(phishingResistantRoles) ? (['phishingResistantRoles'] as const) : []),
    ...(graceDays >= 0 && graceDays <= MOST_DAYS ? [] : (['graceDays'] as const)),
  ];
}

/** Roles have no order. */
export function isSamePolicy(one: Policy, other: Policy): boolean {
  const sorted = ({ required, graceDays, roles, rememberDevice, phishingResistantRoles }: Policy): string =>
    JSON.stringify([
      required,
      graceDays,
      roles.toSorted(),
      rememberDevice,
      phishingResistantRoles.toSorted(),
    ]);
  return sorted(one) === sorted(other);
}
