import type { PolicySettings } from './policy.ts';

/** What the configuration asks unless it says otherwise. */
export const BY_DEFAULT: PolicySettings = {
  required: false,
  graceDays: 14,
  roles: ['admin'],
  tiers: ['enterprise'],
  rememberDevice: true,
  phishingResistantRoles: [],
};
