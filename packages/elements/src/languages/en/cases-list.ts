import type { RecoveryCaseStatus } from '../../client/views-administration.js';

export const casesList = {
  empty: 'There are no cases.',
  notYours: 'Only support sees recovery cases.',
  working: 'One moment…',
  showMore: 'Show more',
  moreShown: (count: number, isAll: boolean) =>
    `${count === 1 ? '1 more case' : `${String(count)} more cases`} shown.${isAll ? ' That is all of them.' : ''}`,
  status: {
    pending: 'Waits for a decision',
    waiting: 'Approved, waiting',
    ready: 'Ready',
    completed: 'Completed',
    cancelled: 'Cancelled',
    expired: 'Expired',
    rejected: 'Rejected',
  } satisfies Record<RecoveryCaseStatus, string> as Readonly<Record<string, string>>,
  kind: {
    'video-call': 'Video call',
    'in-person': 'In person',
    'identity-check': 'Identity check by a provider',
    'call-back': 'Call to a number on file',
    other: 'Other',
  } as Readonly<Record<string, string>>,
  /** @param kind such as "Video call" @param reference such as "TICKET-7" */
  evidence: (kind: string, reference: string) => `Evidence: ${kind}, ${reference}`,
  because: (reason: string) => `Reason: ${reason}`,
  noWait: (reason: string) => `Without the wait: ${reason}`,
  /** @param ago such as "2 hours ago" */
  startedBy: (name: string, ago: string) => `Started by ${name} ${ago}`,
  approvedBy: (name: string, ago: string) => `Approved by ${name} ${ago}`,
  rejectedBy: (name: string, ago: string) => `Rejected by ${name} ${ago}`,
  you: 'you',
  unknown: 'somebody who is no longer here',

  /** @param span such as "2 days and 5 hours" @param time such as "5 March 2026, 08:00" */
  onceApproved: (span: string, time: string) =>
    `Once approved, the last link goes out in ${span}, on ${time}.`,
  onceApprovedNow: 'Once approved, the last link goes out at once.',
  decideBy: (time: string) => `Without a decision it expires on ${time}.`,
  goesOut: (span: string, time: string) => `The last link goes out in ${span}, on ${time}.`,
  goesOutNow: 'The last link goes out now.',
  goodUntil: (time: string) => `The last link has been sent. It is good until ${time}.`,
  whatFollowed: {
    completed: 'The person came back with link and password, and has to set up a new second step.',
    cancelled: 'Cancelled by the link in the person’s mail, by their sign-in, or by a reset.',
    expired: 'Nobody decided in time, or the last link was not used.',
    rejected: 'Nothing follows from it.',
  } as Readonly<Record<string, string>>,
  ownCase: 'You started this case, so somebody else has to decide.',
  aboutYou: 'This case is about you, so others decide.',

  approve: 'Approve',
  approveHeading: (name: string) => `Approve the case of ${name}?`,
  approveCheck: (evidence: string) => `First look at the evidence yourself. ${evidence}.`,
  approveWhat: {
    told: 'They are told by email now and on each day of the wait, with a link that cancels it.',
    /** @param span such as "2 days and 5 hours" */
    link: (span: string) => `The last link goes out in ${span}.`,
    linkNow: 'The last link goes out at once.',
    then: 'With it and their password they get in, and can do nothing but set up a new second step. All that was set up before is removed, and all other sessions end.',
  },
  approveConfirm: 'Approve the case',
  approved: (name: string) => `The case of ${name} was approved.`,
  reject: 'Reject',
  rejectHeading: (name: string) => `Reject the case of ${name}?`,
  rejectWhat: 'Nothing follows from it then, and the person is told by email.',
  rejectReason: 'Reason (optional)',
  rejectReasonHint: 'It is kept on record with your name.',
  rejectConfirm: 'Reject the case',
  rejected: (name: string) => `The case of ${name} was rejected.`,
  decidedAlready: 'This case is no longer open: somebody else decided, or it was cancelled.',

  start: 'Start a case',
  startHeading: 'Start a case',
  startWhat:
    'Check first who the person is. They are told by email at once, and can cancel with one click. Somebody else decides about the case.',
  account: 'Account of the person',
  accountHint: 'What they sign in with, usually their email address.',
  evidenceKind: 'How you know that it is them',
  choose: 'Please choose',
  evidenceReference: 'Where the evidence is kept',
  evidenceReferenceHint:
    'The number of a ticket or recording in your own system. Never paste documents, pictures of them, or their numbers.',
  reason: 'What happened',
  reasonHint: 'Such as “Phone and codes were stolen”. It is kept on record.',
  skipWait: 'Skip the wait',
  skipWaitHint: 'The wait is what lets the person stop somebody who only pretends to be them.',
  skipWaitReason: 'Why it can’t wait',
  startConfirm: 'Start the case',
  started: (name: string) => `A case for ${name} was started. Somebody else has to decide.`,
  missing: {
    account: 'Say whose account it is.',
    'evidence.kind': 'Say how you know that it is them.',
    'evidence.reference': 'Say where the evidence is kept: a reference, not the evidence itself.',
    reason: 'Say what happened.',
    'skipWait.reason': 'Say why it can’t wait.',
  },
  nobody: 'Nobody signs in with this. Check it and try again.',
  notStarted: 'You may not start a case for this account. Nobody starts one for themselves.',
  openAlready: 'There is an open case or recovery for this person already.',
};

export type CasesListStrings = typeof casesList;
