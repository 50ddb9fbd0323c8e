import { html, nothing, type TemplateResult } from 'lit';
import type { MfaError } from '../client/mfa-error.js';
import type { ActivityFilter, ActivityOutcome } from '../client/views.js';
import { errorText } from '../foundation/error-text.js';
import type { MfaElement } from '../foundation/mfa-element.js';
import { activityFeed as english, type ActivityFeedStrings } from '../languages/en/activity-feed.js';
import { workspaceActivity } from '../languages/en/workspace-activity.js';
import type { Scope } from './activity-scope.js';

type Group = keyof ActivityFeedStrings['group'];
type Type = keyof ActivityFeedStrings['types'] | 'auth.policy';

/** What can be asked for, in the order of the menu. Each is a name of events or the beginning of one: more the server does not take at once. */
const TYPES: Readonly<Record<Group, readonly Type[]>> = {
  signIns: ['auth.sign_in', 'auth.2fa', 'auth.step_up'],
  factors: ['auth.passkey', 'auth.totp', 'auth.password'],
  recovery: ['auth.recovery_code', 'auth.recovery_codes', 'auth.recovery'],
  sessions: ['auth.session', 'auth.device'],
  warnings: [
    'auth.2fa.brute_force_blocked',
    'auth.2fa.replay_attempt',
    'auth.2fa.factor_locked',
    'auth.passkey.counter_anomaly',
  ],
  other: ['auth.activity', 'auth.enforcement', 'auth.policy'],
};

const OUTCOMES: readonly ActivityOutcome[] = ['success', 'failure', 'blocked'];

const DATES = ['from', 'to'];

/** Nothing happened earlier, and later years have more digits than a time on the wire. */
const FIRST_DAY = '1970-01-01';
const LAST_DAY = '9999-12-31';

export interface Filters {
  /** Whose activity is looked through. */
  scope: Scope;
  /** Whether a filter is in force. */
  isFiltered: boolean;
  /** Why the last one was refused. */
  trouble: MfaError | undefined;
  apply: (filter: ActivityFilter) => void;
  clear: () => void;
}

/** The form for what to look for. What was typed is kept by the fields themselves, whatever becomes of the call. */
export function renderFilters(
  element: MfaElement,
  { scope, isFiltered, trouble, apply, clear }: Filters,
): TemplateResult {
  const texts = element.strings('activityFeed', english);
  const names = namesOf(element, scope);
  const refused = refusedFields(trouble);
  const isRefused = (field: string): 'true' | 'false' => (refused.includes(field) ? 'true' : 'false');
  const date = (name: 'from' | 'to'): TemplateResult =>
    html`<label part="label"
      >${texts[name]}<input
        part="input"
        type="date"
        name=${name}
        min=${FIRST_DAY}
        max=${LAST_DAY}
        aria-describedby="refused"
        aria-invalid=${isRefused(name)}
    /></label>`;
  return html`<form
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      apply(filterOf(event.currentTarget as HTMLFormElement));
    }}
  >
    <div class="fields">
      <label part="label"
        >${texts.type}<select part="input" name="type">
          <option value="">${texts.anything}</option>
          ${Object.entries(TYPES).map(([group, types]) => renderGroup(texts, group as Group, types, names))}
        </select></label
      >
      <label part="label"
        >${texts.outcome}<select part="input" name="outcome">
          <option value="">${texts.anyOutcome}</option>
          ${OUTCOMES.map((outcome) => html`<option value=${outcome}>${texts.outcomes[outcome]}</option>`)}
        </select></label
      >
      ${date('from')}${date('to')}
      <label part="label"
        >${texts.ip}<input
          part="input"
          name="ip"
          maxlength="64"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          aria-describedby="refused"
          aria-invalid=${isRefused('ip')}
      /></label>
    </div>
    <div part="error" role="alert" id="refused">${trouble ? troubleText(element, trouble) : ''}</div>
    <div part="actions">
      <button part="button">${texts.apply}</button>
      ${
        isFiltered
          ? html`<button type="button" part="button button-quiet" @click=${clear}>${texts.clear}</button>`
          : nothing
      }
    </div>
  </form>`;
}

/** The fields that the server refused, of those that there are. */
export function refusedFields(trouble: MfaError | undefined): readonly string[] {
  const paths = trouble?.fields.map(({ path }) => path) ?? [];
  return ['ip', ...DATES].filter((name) => paths.includes(name));
}

function troubleText(element: MfaElement, trouble: MfaError): string {
  const [field] = refusedFields(trouble);
  const { refused } = element.strings('activityFeed', english);
  if (!field) return errorText(element, trouble);
  return DATES.includes(field) ? refused.dates : refused.ip;
}

/** What each type is called; where it is not the person's own activity, some otherwise. */
function namesOf(element: MfaElement, scope: Scope): Readonly<Partial<Record<Type, string>>> {
  const { types } = element.strings('activityFeed', english);
  if (scope === 'own') return types;
  const { reports, policy } = element.strings('workspaceActivity', workspaceActivity);
  return { ...types, 'auth.activity': reports, 'auth.policy': policy };
}

function renderGroup(
  texts: ActivityFeedStrings,
  group: Group,
  types: readonly Type[],
  names: ReturnType<typeof namesOf>,
): TemplateResult {
  return html`<optgroup label=${texts.group[group]}>
    ${types.map((type) => (names[type] ? html`<option value=${type}>${names[type]}</option>` : nothing))}
  </optgroup>`;
}

/** Days are those of the person's own calendar, as the list shows them. */
function filterOf(form: HTMLFormElement): ActivityFilter {
  const said = Object.fromEntries(
    [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value.trim() : '']),
  );
  const { type, outcome, ip, from, to } = said;
  return {
    ...(type && { type }),
    ...(outcome && { outcome: outcome as ActivityOutcome }),
    ...(ip && { ip }),
    ...(from && { from: momentOf(from, '00:00:00.000') }),
    ...(to && { to: momentOf(to, '23:59:59.999') }),
  };
}

const momentOf = (day: string, time: string): string => new Date(`${day}T${time}`).toISOString();
