import { accountRaces } from './account.races.ts';
import { jobRaces } from './job.races.ts';
import { policyRaces } from './policy.races.ts';
import type { Race } from './race.ts';
import { recoveryRaces } from './recovery.races.ts';
import { sessionRaces } from './session.races.ts';
import { signInRaces } from './sign-in.races.ts';
import { webhookRaces } from './webhook.races.ts';

export const RACES: readonly Race[] = [
  ...signInRaces,
  ...accountRaces,
  ...sessionRaces,
  ...recoveryRaces,
  ...policyRaces,
  ...webhookRaces,
  ...jobRaces,
];
