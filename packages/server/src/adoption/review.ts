import type { AuditEventName } from '../activity/audit-event.ts';
import type { KeyStore } from '../keys/keys.store.ts';
import type { OutboxStore } from '../notifications/outbox.store.ts';
import type { WebhookStore } from '../notifications/webhooks/webhooks.store.ts';
import { DAY } from './days.ts';
import type { OperationsStore, ReviewFigures } from './operations.store.ts';

/** A quarter, and how long an account may be unused. */
const QUARTER = 90 * DAY;

const EVENTS = {
  'auth.2fa.admin_disabled': 'Factors taken away by an administrator',
  'auth.2fa.brute_force_blocked': 'Accounts closed after too many wrong codes',
  'auth.2fa.factor_locked': 'Authenticators locked',
  'auth.passkey.counter_anomaly': 'Passkeys whose counter went back',
  'auth.activity.reported': 'Events reported as "this wasn\'t me"',
  'auth.recovery.tier2_completed': 'Accounts recovered by mail',
  'auth.recovery.tier3_completed': 'Accounts recovered with the help of support',
  'auth.keys.rotated': 'Key rotations',
} as const satisfies Partial<Record<AuditEventName, string>>;

const dateOf = (at: number | undefined): string =>
  at === undefined ? 'never' : new Date(at).toISOString().slice(0, 10);

/** One thing to look at: what, how it stands, and whether that needs somebody. */
const item = (what: string, figure: string | number, needsCare = false): string =>
  `- [ ] ${what}: **${figure}**${needsCare ? ' – look at this' : ''}`;

function people(figures: ReviewFigures): readonly string[] {
  const { accounts, withFactor, admins, adminsWithoutFactor } = figures;
  return [
    item('Accounts with a factor', `${withFactor} of ${accounts}`),
    item('Administrators without a factor', `${adminsWithoutFactor} of ${admins}`, adminsWithoutFactor > 0),
    item('Exemptions in force', figures.exempt, figures.exempt > 0),
    item('Accounts without a sign-in for 90 days', figures.unused, figures.unused > 0),
    item('People with three recovery codes or fewer', figures.fewCodes),
    item('People who came back and did not set up a factor yet', figures.unfinished, figures.unfinished > 0),
    item('Workspaces that require a factor of everybody', figures.requiringWorkspaces),
  ];
}

/**
 * The checklist of a quarterly review, filled with what the database knows. What it does not know (backups, the list of those who administer,
 * whether alerts arrive) is in docs/operators/quarterly-review.md.
 */
export async function quarterlyReview(
  store: OperationsStore & KeyStore & OutboxStore & WebhookStore,
  now: number,
): Promise<string> {
  const since = now - QUARTER;
  const figures = await store.review(now, since);
  const happened = await store.countEvents(Object.keys(EVENTS), { from: since, until: now + 1 });
  const keys = await store.countByKey();
  const mails = await store.countNotices();
  const webhooks = await store.countWebhooks();
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const webhooksGivenUp = sum(webhooks.map(({ givenUp }) => givenUp));
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['People', people(figures)],
    [
      'What happened since',
      Object.entries(EVENTS).map(([event, what]) => item(what, happened.get(event) ?? 0)),
    ],
    [
      'Open',
      [
        item('Account recoveries by mail', figures.openRecoveries),
        item('Cases of support', figures.openCases, figures.openCases > 0),
        item(
          'Authenticators that are locked',
          figures.lockedAuthenticators,
          figures.lockedAuthenticators > 0,
        ),
        item('Mails still to be sent', mails.waiting),
        item('Mails given up', mails.givenUp, mails.givenUp > 0),
        item('Webhooks given up', webhooksGivenUp, webhooksGivenUp > 0),
      ],
    ],
    [
      'Keys',
      [
        item('Keys that stored values need', keys.length, keys.length > 1),
        ...keys.map(({ keyId, secrets, recoveryCodes }) =>
          item(`Needed of key ${keyId}`, `${secrets} secrets, ${recoveryCodes} recovery codes`),
        ),
      ],
    ],
    [
      'Records',
      [
        item('Oldest event of the audit', dateOf(figures.auditSince)),
        item('A backup was restored last', dateOf(figures.restoredAt)),
      ],
    ],
  ];
  const text = sections.map(([title, items]) => `## ${title}\n\n${items.join('\n')}\n`).join('\n');
  return `# Quarterly review, ${dateOf(now)}\n\nSince ${dateOf(since)}, all workspaces.\n\n${text}`;
}
