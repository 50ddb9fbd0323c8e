import type { Scene } from './cast/scene.ts';

/** What the attacks aim at, in the order of the report. */
export const GROUPS = [
  'guessing',
  'TOTP',
  'recovery codes',
  'pending sign-in and session',
  'step-up and ownership',
  'passkeys',
  'devices',
  'administration',
  'HTTP and parsing',
  'output and secrets',
] as const;

export type Group = (typeof GROUPS)[number];

/** One attack, and what has to come of it: it ends without an error when the server withstands. */
export interface Attack {
  /** Never changes: results of different runs and servers are compared by it. */
  readonly id: string;
  readonly group: Group;
  /** What the server does about it. */
  readonly title: string;
  /** The rules of docs/security.md (`S1`) or the published weaknesses (`CWE-…`, `RFC …`, `WSTG-…`) that it comes from. */
  readonly from: readonly string[];
  /** Set when it moves the clock, which is everybody's: it is then alone with the server. */
  readonly movesClock?: true;
  readonly run: (scene: Scene) => Promise<void>;
}

/** An attack before it is known which group it is in. */
export type AttackOfGroup = Omit<Attack, 'group'>;

/** The attacks of one group. */
export function attacksOn(group: Group, attacks: readonly AttackOfGroup[]): readonly Attack[] {
  return attacks.map((attack) => ({ ...attack, group }));
}
