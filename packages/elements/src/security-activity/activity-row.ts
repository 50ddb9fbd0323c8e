import { html, nothing, svg, type TemplateResult } from 'lit';
import type { WorkspaceEvent } from '../client/views-administration.js';
import type { ActivityEvent } from '../client/views.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { relativeTime } from '../foundation/relative-times.js';
import { activityEvents } from '../languages/en/activity-events.js';
import { activityFeed as english, type ActivityFeedStrings } from '../languages/en/activity-feed.js';
import { shared } from '../languages/en/shared.js';
import { workspaceActivity } from '../languages/en/workspace-activity.js';
import { formatTime } from '../languages/format.js';
import { reasonOf, sentenceOf } from './event-words.js';

type Shown = ActivityEvent | WorkspaceEvent;

/** What happened, in one sentence. */
export function nameOf(element: MfaElement, event: Shown): string {
  const texts = element.strings('activityEvents', activityEvents);
  if (!('subject' in event)) return sentenceOf(texts, event);
  return sentenceOf({ ...texts, ...element.strings('workspaceActivity', workspaceActivity).events }, event);
}

/** To whom it happened, and who did it where that is somebody else. */
function renderWhose(element: MfaElement, { subject, actor }: WorkspaceEvent): TemplateResult {
  const { nobody, by } = element.strings('workspaceActivity', workspaceActivity);
  const whose = subject ? (subject.name ?? subject.id) : nobody;
  const doer = actor.id === subject?.id ? '' : by[actor.kind]?.(actor.name ?? actor.id ?? '');
  return renderFacts(doer ? [whose, doer] : [whose]);
}

/** One line of facts, each of which stays in one piece where it fits, with the dot behind it; a name may run the other way. */
function renderFacts(facts: readonly unknown[]): TemplateResult {
  return html`<p part="hint">
    ${facts.map(
      (fact, index) =>
        html`${index ? ' ' : nothing}<span class="fact"
            ><bdi>${fact}</bdi>${index < facts.length - 1 ? '\u00a0·' : nothing}</span
          >`,
    )}
  </p>`;
}

const warning = svg`<path d="M8 1.5 15.5 14.5H.5Z" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" /><path d="M8 6v4M8 11.5v1.5" stroke="currentColor" stroke-width="1.5" />`;

/** What is told of one event: what happened and why, when, where and with what, and why it stands out. */
export function renderAbout(element: MfaElement, event: Shown): TemplateResult {
  const texts = element.strings('activityFeed', english);
  const { language } = element;
  const { at, current, suspicious } = event;
  const why = reasonOf(element.strings('activityEvents', activityEvents), event);
  const details = detailsOf(element, event);
  return html`<p class="name">
      ${nameOf(element, event)}${current ? html` <span class="mark">${texts.current}</span>` : nothing}${
        suspicious ? html` ${renderMark(texts, suspicious)}` : nothing
      }
    </p>
    ${'subject' in event ? renderWhose(element, event) : nothing}
    ${why ? html`<p part="hint">${why}</p>` : nothing}
    ${renderFacts([relativeTime(language, at), formatTime(language, at)])}
    ${details.length ? renderFacts(details) : nothing}
    ${suspicious?.map((reason) => {
      const words = isReportOfOthers(event, reason) ? reportedByThem(element) : texts.suspicion[reason];
      return words ? html`<p class="why">${words}</p>` : nothing;
    })}`;
}

const isReportOfOthers = (event: Shown, reason: string): boolean =>
  'subject' in event && reason === 'reported';

const reportedByThem = (element: MfaElement): string =>
  element.strings('workspaceActivity', workspaceActivity).reported;

function renderMark(texts: ActivityFeedStrings, reasons: readonly string[]): TemplateResult {
  const isUnusual = reasons.some((reason) => reason !== 'reported');
  return html`<span class="mark unusual"
    ><svg viewBox="0 0 16 16" aria-hidden="true">${warning}</svg>${
      isUnusual ? texts.unusual : texts.reportedBefore
    }</span
  >`;
}

/** With what, and from where. */
function detailsOf(element: MfaElement, event: ActivityEvent): string[] {
  const texts = element.strings('activityFeed', english);
  const { method, factor, device, userAgent, place, ip } = event;
  const known = method && texts.method[method];
  const words = element.strings('shared', shared);
  const called = factor && words.factor(factor.name);
  const proof = known && called && called !== known ? texts.withFactor(known, called) : (known ?? called);
  const name = device === null ? texts.unknownDevice : words.device(device);
  const browser = userAgent ? name : '';
  return [proof, browser, place, ip].flatMap((one) => (one ? [one] : []));
}
