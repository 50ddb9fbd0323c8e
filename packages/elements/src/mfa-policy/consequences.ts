import type { Policy } from '../client/views-administration.js';
import type { PolicyFormStrings } from '../languages/en/policy-form.js';
import { formatList } from '../languages/format.js';
import { wrongIn } from './policy-draft.js';

/** What becomes different for people, in plain sentences; what is asked of them first. */
export function consequencesOf(
  before: Policy,
  after: Policy,
  language: string,
  texts: PolicyFormStrings,
): readonly string[] {
  const { graceDays: days } = after;
  // A sentence about no number of days would promise something.
  if (wrongIn(after).length) return [];
  const added = (of: 'roles' | 'phishingResistantRoles'): string => listed(after[of], before[of]);
  const removed = (of: 'roles' | 'phishingResistantRoles'): string => listed(before[of], after[of]);
  const listed = (all: readonly string[], without: readonly string[]): string =>
    formatList(
      language,
      all.filter((role) => !without.includes(role)),
    );
  const said = (list: string, text: (list: string, days: number) => string): readonly string[] =>
    list ? [text(list, days)] : [];
  return [
    ...(after.required && !before.required ? [texts.requiredOn(days)] : []),
    ...(before.required && !after.required ? [texts.requiredOff] : []),
    ...said(added('roles'), texts.rolesAdded),
    ...said(removed('roles'), texts.rolesRemoved),
    ...said(added('phishingResistantRoles'), texts.passkeyAdded),
    ...said(removed('phishingResistantRoles'), texts.passkeyRemoved),
    ...(days === before.graceDays ? [] : [texts.graceChanged(days)]),
    ...(after.rememberDevice && !before.rememberDevice ? [texts.rememberOn] : []),
    ...(before.rememberDevice && !after.rememberDevice ? [texts.rememberOff] : []),
  ];
}
