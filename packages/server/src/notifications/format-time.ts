const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** A moment as a mail says it: `15 January 2026 at 12:30 UTC`. @param at Milliseconds. */
export const formatTime = (at: number): string => `${format.format(at)} UTC`;
