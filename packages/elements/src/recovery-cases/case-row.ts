import { html, nothing, type TemplateResult } from 'lit';
import type { NamedPerson, RecoveryCase } from '../client/views-administration.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { formatRemaining } from '../foundation/remaining-time.js';
import { timing } from '../foundation/timing.js';
import { casesList as english, type CasesListStrings } from '../languages/en/cases-list.js';
import { formatRelative, formatTime } from '../languages/format.js';

/** Whom a case is about, as far as the host still knows. */
export const personOf = ({ name, userId }: RecoveryCase): string => name ?? userId;

/** What the person was known by, and where that is kept. */
export function evidenceOf(texts: CasesListStrings, { evidence }: RecoveryCase): string {
  return texts.evidence(texts.kind[evidence.kind] ?? evidence.kind, evidence.reference);
}

/** How long until the last link goes out; empty where it would at once, which without a wait no difference of clocks changes. */
export const waitOf = (language: string, { readyAt, skipWait }: RecoveryCase): string =>
  skipWait ? '' : formatRemaining(language, Date.parse(readyAt) - timing.now());

/** What is told of one case: whom it is about, how it stands, why, and who did what. */
export function renderCase(element: MfaElement, one: RecoveryCase): TemplateResult {
  const texts = element.strings('casesList', english);
  const { status, reason, skipWait } = one;
  return html`<p class="name">
      <bdi>${personOf(one)}</bdi> <span class="mark ${status}">${texts.status[status] ?? status}</span>
    </p>
    ${progressOf(texts, element.language, one).map((line) => html`<p>${line}</p>`)}
    <p part="hint">${evidenceOf(texts, one)}</p>
    <p part="hint">${texts.because(reason)}</p>
    ${skipWait ? html`<p part="hint">${texts.noWait(skipWait.reason)}</p>` : nothing}
    ${whoDidWhat(element, texts, one).map((line) => html`<p part="hint">${line}</p>`)}`;
}

/** What comes next, or what became of it. */
function progressOf(texts: CasesListStrings, language: string, one: RecoveryCase): string[] {
  const { status, readyAt, expiresAt } = one;
  const wait = waitOf(language, one);
  const at = formatTime(language, readyAt);
  const until = formatTime(language, expiresAt);
  switch (status) {
    case 'pending':
      return [wait ? texts.onceApproved(wait, at) : texts.onceApprovedNow, texts.decideBy(until)];
    case 'waiting':
      return [wait ? texts.goesOut(wait, at) : texts.goesOutNow];
    case 'ready':
      return [texts.goodUntil(until)];
    default:
      return [texts.whatFollowed[status] ?? ''];
  }
}

function whoDidWhat(element: MfaElement, texts: CasesListStrings, one: RecoveryCase): string[] {
  const { startedBy, startedAt, decidedBy, decidedAt, status } = one;
  const { language } = element;
  const self = element.mfa.current?.user?.id;
  const named = ({ id, name }: NamedPerson): string => (id === self ? texts.you : (name ?? texts.unknown));
  // What has happened lies in the future of many a browser's clock.
  const ago = (at: string): string => formatRelative(language, at, Math.max(timing.now(), Date.parse(at)));
  const decided = status === 'rejected' ? texts.rejectedBy : texts.approvedBy;
  return [
    texts.startedBy(named(startedBy), ago(startedAt)),
    ...(decidedBy && decidedAt ? [decided(named(decidedBy), ago(decidedAt))] : []),
  ];
}
