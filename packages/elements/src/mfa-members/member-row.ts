import { html, nothing, type TemplateResult } from 'lit';
import type { Member } from '../client/views-administration.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { relativeTime } from '../foundation/relative-times.js';
import { timing } from '../foundation/timing.js';
import { membersList as english, type MembersListStrings } from '../languages/en/members-list.js';
import { formatDate, formatRelative } from '../languages/format.js';

/** Stands where a text has a time in it. */
const TIME = '\u0000';

export interface AboutMember {
  isOneself: boolean;
  /** What was done to them here: `''` for a reset, else until when they are exempt. */
  done: string | undefined;
}

/** What is told of one member: who they are, what they have set up, what they owe, and when they were here last. */
export function renderMember(
  element: MfaElement,
  member: Member,
  { isOneself, done }: AboutMember,
): TemplateResult {
  const texts = element.strings('membersList', english);
  const { language } = element;
  const { name, role, mfa, deadline, lastSignInAt } = member;
  const [before, after] = texts.lastSignIn(TIME).split(TIME);
  return html`<p class="name">
      <bdi>${name}</bdi>${isOneself ? html` <span class="mark">${texts.you}</span>` : nothing}${
        role ? html` <span class="mark"><bdi>${role}</bdi></span>` : nothing
      }${done === undefined ? nothing : html` <span class="mark done">${markOf(texts, language, done)}</span>`}
    </p>
    <p class=${mfa === 'none' ? 'attention' : ''}>${texts.mfa[mfa] ?? mfa}</p>
    ${deadline ? renderDeadline(texts, language, deadline) : nothing}
    <p part="hint">
      ${
        lastSignInAt
          ? html`${before}<bdi>${relativeTime(language, lastSignInAt)}</bdi>${after}`
          : texts.neverSignedIn
      }
    </p>`;
}

const markOf = (texts: MembersListStrings, language: string, until: string): string =>
  until ? texts.exemptMark(formatDate(language, until)) : texts.resetMark;

function renderDeadline(texts: MembersListStrings, language: string, deadline: string): TemplateResult {
  const now = timing.now();
  const day = formatDate(language, deadline);
  const isOver = Date.parse(deadline) <= now;
  return html`<p class="attention">
    ${isOver ? texts.overdue(day) : texts.hasUntil(day, formatRelative(language, deadline, now))}
  </p>`;
}
