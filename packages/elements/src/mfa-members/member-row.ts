import { html, nothing, type TemplateResult } from 'lit';
import type { Member } from '../client/views-administration.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { relativeTime } from '../foundation/relative-times.js';
import { timing } from '../foundation/timing.js';
import { membersList as english, type MembersListStrings } from '../languages/en/members-list.js';
import { formatDate, formatRelative } from '../languages/format.js';

/** Stands where a text has a time in it. */
const TIME = '\u0000';

/**
 * What is told of one member: who they are, what they have set up, what they owe, and when they were here last.
 *
 * @param isReset They were reset here.
 */
export function renderMember(element: MfaElement, member: Member, isReset: boolean): TemplateResult {
  const texts = element.strings('membersList', english);
  const { language } = element;
  const { name, displayName, role, mfa, lastSignInAt, isSelf } = member;
  const [before, after] = texts.lastSignIn(TIME).split(TIME);
  return html`<p class="name">
      <bdi>${displayName}</bdi>${isSelf ? html` <span class="mark">${texts.you}</span>` : nothing}${
        role ? html` <span class="mark"><bdi>${role}</bdi></span>` : nothing
      }${isReset ? html` <span class="mark done">${texts.resetMark}</span>` : nothing}
    </p>
    ${name === displayName ? nothing : html`<p part="hint"><bdi>${name}</bdi></p>`}
    <p class=${mfa === 'none' ? 'attention' : ''}>${texts.mfa[mfa] ?? mfa}</p>
    ${renderOwed(texts, language, member)}
    <p part="hint">
      ${
        lastSignInAt
          ? html`${before}<bdi>${relativeTime(language, lastSignInAt)}</bdi>${after}`
          : texts.neverSignedIn
      }
    </p>`;
}

/** By when they have to act, or until when they need not. */
function renderOwed(texts: MembersListStrings, language: string, { deadline, exemptUntil }: Member): unknown {
  if (exemptUntil) return html`<p>${texts.exemptMark(formatDate(language, exemptUntil))}</p>`;
  if (!deadline) return nothing;
  const now = timing.now();
  const day = formatDate(language, deadline);
  const isOver = Date.parse(deadline) <= now;
  return html`<p class="attention">
    ${isOver ? texts.overdue(day) : texts.hasUntil(day, formatRelative(language, deadline, now))}
  </p>`;
}
