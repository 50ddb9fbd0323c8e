import { html, nothing, type TemplateResult } from 'lit';
import type { ActiveSession } from '../client/views.js';
import { MfaSessionEndedEvent } from '../events/mfa-session-ended.js';
import { day, relativeTime } from '../foundation/relative-times.js';
import { RevocableList } from '../foundation/revocable-list.js';
import type { Revocation } from '../foundation/revocation.js';
import { activeSessions as english, type ActiveSessionsStrings } from '../languages/en/active-sessions.js';
import { shared } from '../languages/en/shared.js';
import { formatList } from '../languages/format.js';

const calls: Revocation<ActiveSession> = {
  read: async (mfa, options) => (await mfa.sessions(options)).sessions,
  revoke: (mfa, { id, current }, options) => (current ? mfa.signOut(options) : mfa.endSession(id, options)),
  async revokeAll(mfa, options) {
    await mfa.endOtherSessions(options);
    // The remembered devices are gone too; elements on the page follow the session. A failure is theirs to show.
    mfa.session().catch(() => undefined);
  },
  keepsCurrent: true,
};

/**
 * Ending another session needs fresh proof: put an `<mfa-step-up>` on the page.
 *
 * @summary Where a person is signed in: end one session, or all others.
 * @status stable
 * @since 0.1
 *
 * @slot title - Instead of the heading.
 * @slot description - Instead of the sentence below the heading.
 * @slot footer - Below everything.
 *
 * @fires {MfaSessionEndedEvent} mfa-session-ended - A session was ended, or all others were.
 *
 * @csspart base - The card.
 * @csspart header - Title and description.
 * @csspart title - The heading.
 * @csspart description - What to do about a session that nobody knows.
 * @csspart device - One session.
 * @csspart device-current - This session.
 * @csspart hint - From where a session comes, when it was last seen, and how the person proved who they are.
 * @csspart error - What went wrong.
 * @csspart loading - Shown when the server takes long.
 * @csspart empty - Shown when there is no other session.
 * @csspart actions - A row of buttons.
 * @csspart button - Every button.
 * @csspart button-quiet - Buttons that lead back, and that of a session.
 * @csspart button-danger - The button that ends a session.
 * @csspart footer - What the page slots.
 *
 * @cssstate loading - The server takes long.
 * @cssstate empty - There is no other session.
 * @cssstate error - The server can't be reached, or the person is signed out.
 * @cssstate verifying - A session is being ended.
 */
export class ActiveSessions extends RevocableList<ActiveSession> {
  constructor() {
    super(calls);
  }

  protected override get texts(): ActiveSessionsStrings {
    return this.strings('activeSessions', english);
  }

  protected override nameOf({ device }: ActiveSession): string {
    return device === null ? this.texts.unknown : this.strings('shared', shared).device(device);
  }

  protected override renderAbout({ ip, place, createdAt, lastSeenAt, amr }: ActiveSession): TemplateResult {
    const { language, texts } = this;
    // A newer server may know methods that this version has no words for.
    const methods = [...new Set(amr.flatMap(({ method }) => texts.method[method] ?? []))];
    return html`<p part="hint">
        ${place ? html`<bdi>${place}</bdi>&nbsp;· ` : nothing}<bdi dir="ltr">${ip}</bdi>
      </p>
      <p part="hint">
        ${texts.lastSeen} ${relativeTime(language, lastSeenAt)}&nbsp;· ${texts.since}
        ${day(language, createdAt)}
      </p>
      ${methods.length ? html`<p part="hint">${texts.proven(formatList(language, methods))}</p>` : nothing}`;
  }

  protected override tellRevoked(): void {
    this.dispatchEvent(new MfaSessionEndedEvent());
  }
}
