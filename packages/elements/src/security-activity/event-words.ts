import type { ActivityEvent } from '../client/views.js';
import type { ActivityEventsStrings } from '../languages/en/activity-events.js';

type Words = Readonly<Record<string, string>>;

/** The first of these keys that there are words for. */
const first = (words: Words, keys: readonly string[]): string | undefined =>
  keys.filter((key) => Object.hasOwn(words, key)).map((key) => words[key])[0];

/**
 * What happened, in one sentence, by name and never by a sentence of the server's. What comes about in a recovery is told the same, whoever
 * began it; an event of a newer server gets a general sentence.
 */
export function sentenceOf(
  texts: ActivityEventsStrings,
  { event, method, reason, outcome }: ActivityEvent,
): string {
  const particular = [reason, method, outcome].flatMap((one) => (one ? [`${event}:${one}`] : []));
  return (
    first(texts, [...particular, event, event.replace('tier3', 'tier2'), `other:${outcome}`]) ?? texts.other
  );
}

/** Why; empty where that is not known, or the sentence has said it. */
export function reasonOf(texts: ActivityEventsStrings, { event, reason }: ActivityEvent): string {
  if (!reason || Object.hasOwn(texts, `${event}:${reason}`)) return '';
  return first(texts, [`because:${reason}`]) ?? '';
}
