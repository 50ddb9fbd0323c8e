/** What is assumed of people. Everything else in the table is measured, or follows. */
export const ASSUMED = {
  /** Of each person in a month, each with a second step. */
  signInsPerMonth: 20,
  /** Codes that were mistyped, of each person in a month. */
  failuresPerMonth: 1,
  /** Mails to each person in a month. */
  mailsPerMonth: 1,
  /** Requests of a session that the host's guard looks at, for each sign-in. */
  checksPerSignIn: 50,
  /** The share of a day's sign-ins that the busiest hour has. */
  busiestHour: 0.1,
  /** Days that a session lives, and that a mail that was sent is kept. */
  sessionDays: 1,
  mailDays: 30,
  /** How long the audit is kept, how much of it whole, and the share of the right second factors that stays after: the kit's own settings. */
  auditMonths: 13,
  wholeMonths: 3,
  sample: 0.1,
} as const;

/** Bytes in tables and their indexes, milliseconds of a processor core, rows; all of one person or of one thing that they do. */
export interface Measured {
  /** What is kept of a person for as long as they are one: account, factors, recovery codes. */
  readonly personBytes: number;
  readonly sessionBytes: number;
  readonly deviceBytes: number;
  readonly eventBytes: number;
  readonly mailBytes: number;
  readonly enrolmentEvents: number;
  readonly eventsPerSignIn: number;
  readonly signInDatabaseMilliseconds: number;
  readonly checkDatabaseMilliseconds: number;
  /** Of the write-ahead log, which is what replicas and archives are sent. */
  readonly signInLogBytes: number;
}

/** What so many people take. */
export interface Sizes {
  readonly people: number;
  readonly personGigabytes: number;
  readonly auditGigabytes: number;
  readonly monthGigabytes: number;
  readonly otherGigabytes: number;
  readonly totalGigabytes: number;
  readonly signInsPerSecond: number;
  readonly checksPerSecond: number;
  readonly databaseCores: number;
  readonly logMegabytesPerSecond: number;
}

const DAYS_OF_MONTH = 30;
const GIGABYTE = 1e9;

/** Of each person, at any time: a month's events are kept whole for a while, and of the right second factors a sample after that. */
export function auditRowsPerPerson({ eventsPerSignIn, enrolmentEvents }: Measured): number {
  const { signInsPerMonth, failuresPerMonth, auditMonths, wholeMonths, sample } = ASSUMED;
  const kept = signInsPerMonth * (eventsPerSignIn - 1) + failuresPerMonth;
  const sampled = signInsPerMonth * (wholeMonths + (auditMonths - wholeMonths) * sample);
  return enrolmentEvents + kept * auditMonths + sampled;
}

export function sizesFor(people: number, measured: Measured): Sizes {
  const { signInsPerMonth, failuresPerMonth, mailsPerMonth, checksPerSignIn, busiestHour } = ASSUMED;
  const gigabytes = (bytesPerPerson: number): number => (people * bytesPerPerson) / GIGABYTE;
  const signInsPerDay = (people * signInsPerMonth) / DAYS_OF_MONTH;
  const signInsPerSecond = (signInsPerDay * busiestHour) / 3_600;
  const checksPerSecond = signInsPerSecond * checksPerSignIn;
  const eventsPerMonth = signInsPerMonth * measured.eventsPerSignIn + failuresPerMonth;
  const personGigabytes = gigabytes(measured.personBytes);
  const auditGigabytes = gigabytes(auditRowsPerPerson(measured) * measured.eventBytes);
  const otherGigabytes = gigabytes(
    measured.deviceBytes +
      (measured.sessionBytes * signInsPerMonth * ASSUMED.sessionDays) / DAYS_OF_MONTH +
      (measured.mailBytes * mailsPerMonth * ASSUMED.mailDays) / DAYS_OF_MONTH,
  );
  return {
    people,
    personGigabytes,
    auditGigabytes,
    monthGigabytes: gigabytes(eventsPerMonth * measured.eventBytes),
    otherGigabytes,
    totalGigabytes: personGigabytes + auditGigabytes + otherGigabytes,
    signInsPerSecond,
    checksPerSecond,
    databaseCores:
      (signInsPerSecond * measured.signInDatabaseMilliseconds +
        checksPerSecond * measured.checkDatabaseMilliseconds) /
      1_000,
    logMegabytesPerSecond: (signInsPerSecond * measured.signInLogBytes) / 1e6,
  };
}
