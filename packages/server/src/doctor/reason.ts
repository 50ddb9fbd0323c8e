/** Of what an error says, no more than this is told. */
const LONGEST_REASON = 200;

/** What a failed connection has to say stands in its causes. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, LONGEST_REASON);
  const { message, cause } = error;
  const why =
    cause instanceof Error ? cause.message || String((cause as { code?: unknown }).code) : undefined;
  // Who wraps an error often repeats it.
  const words = why === undefined || message.includes(why) ? message : `${message}: ${why}`;
  return words.slice(0, LONGEST_REASON);
}
