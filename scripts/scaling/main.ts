import path from 'node:path';
import { write } from '../docs/generated-part.ts';
import { sizesFor, type Measured, type Sizes } from './figures.ts';
import { measure } from './measure.ts';

process.chdir(path.resolve(import.meta.dirname, '../..'));

const SIZES = [10_000, 1_000_000, 100_000_000];

const rounded = (value: number): string =>
  value.toLocaleString('en', value < 100 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 });

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

const measuredTable = (measured: Measured): string =>
  table(
    ['measured', ''],
    [
      [
        'a person with an authenticator app, ten recovery codes and a passkey',
        `${rounded(measured.personBytes)} bytes`,
      ],
      ['an event of the audit', `${rounded(measured.eventBytes)} bytes`],
      ['events of an enrolment', rounded(measured.enrolmentEvents)],
      ['events of a sign-in by authenticator app', rounded(measured.eventsPerSignIn)],
      ['a session', `${rounded(measured.sessionBytes)} bytes`],
      ['a browser that is remembered', `${rounded(measured.deviceBytes)} bytes`],
      ['a mail in the outbox', `${rounded(measured.mailBytes)} bytes`],
      ['write-ahead log of a sign-in', `${rounded(measured.signInLogBytes)} bytes`],
      [
        'time of the database’s processor for a sign-in',
        `${rounded(measured.signInDatabaseMilliseconds)} ms`,
      ],
      ['the same for a session check', `${rounded(measured.checkDatabaseMilliseconds)} ms`],
    ],
  );

const figures: readonly (readonly [title: string, of: (sizes: Sizes) => string])[] = [
  ['people and their factors', ({ personGigabytes }) => `${rounded(personGigabytes)} GB`],
  ['audit of thirteen months', ({ auditGigabytes }) => `${rounded(auditGigabytes)} GB`],
  ['of it, each new month', ({ monthGigabytes }) => `${rounded(monthGigabytes)} GB`],
  ['sessions, remembered browsers, mails', ({ otherGigabytes }) => `${rounded(otherGigabytes)} GB`],
  ['**together**', ({ totalGigabytes }) => `**${rounded(totalGigabytes)} GB**`],
  ['sign-ins each second of the busiest hour', ({ signInsPerSecond }) => rounded(signInsPerSecond)],
  ['session checks each second of it', ({ checksPerSecond }) => rounded(checksPerSecond)],
  ['processor cores of the database for both', ({ databaseCores }) => rounded(databaseCores)],
  ['write-ahead log each second', ({ logMegabytesPerSecond }) => `${rounded(logMegabytesPerSecond)} MB`],
];

function sizesTable(measured: Measured): string {
  const sizes = SIZES.map((people) => sizesFor(people, measured));
  return table(
    ['people', ...SIZES.map((people) => people.toLocaleString('en'))],
    figures.map(([title, of]) => [title, ...sizes.map(of)]),
  );
}

const measured = await measure();
await write({
  page: 'docs/operators/scaling.md',
  name: 'sizes',
  markdown: `${measuredTable(measured)}\n\n${sizesTable(measured)}`,
});
