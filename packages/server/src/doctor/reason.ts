/** Of what an error says, no more than this is told. */
const LONGEST_REASON = 200;

/** What a failed connection has to say stands in its causes. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, LONGEST_REASON);
  const { message, cause } = error;
  const words =
    cause instanceof Error
      ? `${message}: ${cause.message || String((cause as { code?: unknown }).code)}`
      : message;
  return words.slice(0, LONGEST_REASON);
}
